package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.script.Step;
import io.cloudsyncctl.simulator.truth.Event;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When the steps of a script happen. */
class ScreenplayTest extends DeviceTestCase {

  private void script(String text) {
    nas.addScript(Script.parse(text));
  }

  @Test
  void aStepHappensJustBeforeTheRequestOfItsNumber() {
    script("at " + (nextRequest() + 2) + ": pause 1");
    assertThat(status(1)).isEqualTo("uptodate");
    assertThat(status(1)).isEqualTo("uptodate");
    assertThat(status(1)).isEqualTo("pause");
    assertThat(nas.timeline())
        .extracting(Event::actor, Event::who, Event::cause, Event::request)
        .containsExactly(tuple(Event.Actor.PERSON, "line 1", "pause 1", 4));
  }

  @Test
  void aStepOfARequestThatNeverTookEffectHappensBeforeTheNext() {
    script("at " + nextRequest() + ": pause 1");
    nas.failNext(FaultSpec.badGateway());
    assertThat(wire.sendPost("entry.cgi", Wire.form("api=SYNO.CloudSync")).statusCode())
        .isEqualTo(502);
    assertThat(nas.timeline()).isEmpty();
    assertThat(status(1)).isEqualTo("pause");
  }

  @Test
  void aStepHappensBeforeTheFirstCallOfAMethod() {
    script("before unlink_connection: add-task 1 \"/projects/New folder\" /New");
    wire.data("unlink_connection", "connection_id=1");
    assertThat(kinds())
        .containsExactly(
            Event.Kind.TASK_ADDED,
            Event.Kind.CONNECTION_REMOVED,
            Event.Kind.TASK_REMOVED,
            Event.Kind.TASK_REMOVED,
            Event.Kind.TASK_REMOVED,
            Event.Kind.TASK_REMOVED);
  }

  @Test
  void aStepHappensBeforeOrAfterTheNthCall() {
    script(
        """
        # the second time
        before get_property 2: pause 1

        after get_property 2: pause 5
        """);
    wire.data("get_property", "connection_id=1");
    assertThat(nas.timeline()).isEmpty();
    wire.data("get_property", "connection_id=1");
    assertThat(nas.timeline())
        .extracting(Event::who, Event::connection)
        .containsExactly(tuple("line 2", 1L), tuple("line 4", 5L));
    assertThat(nas.waitingSteps()).isEmpty();
  }

  @Test
  void afterMeansThatTheCallHasTakenEffect() {
    script("after pause: resume 1");
    wire.data("pause", "connection_id=1");
    assertThat(status(1)).isEqualTo("uptodate");
    assertThat(kinds()).containsExactly(Event.Kind.RESTED, Event.Kind.STARTED);
  }

  @Test
  void callsOfACompoundAreCountedOneByOne() {
    script("before get_property 2: rename 1 Changed");
    String calls =
        """
        [{"api":"SYNO.CloudSync","method":"get_connection_setting","version":1,"connection_id":1},
         {"api":"SYNO.CloudSync","method":"get_property","version":1,"connection_id":1},
         {"api":"SYNO.CloudSync","method":"get_property","version":1,"connection_id":2},
         {"api":"SYNO.CloudSync","method":"get_connection_setting","version":1,"connection_id":1}]
        """;
    JsonNode results = wire.compound(calls).path("data").path("result");
    assertThat(results.get(0).path("data").path("task_name").asString()).isEqualTo("Dropbox");
    assertThat(results.get(3).path("data").path("task_name").asString()).isEqualTo("Changed");
  }

  @Test
  void callsBeforeAScriptBeganDoNotCount() {
    wire.data("get_property", "connection_id=1");
    script("before get_property: pause 1");
    assertThat(nas.timeline()).isEmpty();
    wire.data("get_property", "connection_id=1");
    assertThat(kinds()).containsExactly(Event.Kind.RESTED);
  }

  @Test
  void aCallThatFailsCountsToo() {
    script("after get_property: pause 1");
    assertThat(wire.code("get_property", "connection_id=99")).isEqualTo(120);
    assertThat(nas.truth().atRest(1)).isTrue();
  }

  @Test
  void whatACallNamesMayBeGoneJustBefore() {
    script("before set_session_setting: remove-task 1");
    assertThat(Wire.code(setDirection(1, "ONLY_UPLOAD"))).isEqualTo(120);
    assertThat(kinds()).containsExactly(Event.Kind.TASK_REMOVED);
  }

  @Test
  void whatHasNotHappenedYetIsWaiting() {
    script("at 999: pause 1\nbefore pause: resume 4");
    wire.data("pause", "connection_id=1");
    assertThat(nas.waitingSteps()).extracting(Step::text).containsExactly("pause 1");
  }

  @Test
  void aScriptMayBeThereFromTheStart() {
    SimulatedNas other =
        start(SimulatorOptions.builder().script(Script.parse("at 2: remove-connection 1")));
    Wire client = wire(other).login();
    assertThat(client.data("list_conn").path("total").intValue()).isEqualTo(3);
  }
}
