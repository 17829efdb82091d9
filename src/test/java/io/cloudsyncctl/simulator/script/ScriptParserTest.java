package io.cloudsyncctl.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Scripts, from text. */
class ScriptParserTest {

  @Test
  void aScriptIsItsLinesWithoutCommentsAndEmptyOnes() {
    Script script =
        Script.parse(
            """
            # somebody is faster

            at 12: pause 3
              before unlink_connection: add-task 3 "/share/New folder" "/a \\"b\\" \\\\c"
            after set_session_setting 2: behave ignore=pause:1 reorder
            """);
    assertThat(script.steps())
        .containsExactly(
            new Step(3, new Trigger.AtRequest(12), new Deed.Pause(3), "pause 3"),
            new Step(
                4,
                new Trigger.BeforeCall("unlink_connection", 1),
                new Deed.AddTask(3, "/share/New folder", "/a \"b\" \\c", "BIDIRECTION"),
                "add-task 3 \"/share/New folder\" \"/a \\\"b\\\" \\\\c\""),
            new Step(
                5,
                new Trigger.AfterCall("set_session_setting", 2),
                new Deed.Behave(Behaviour.parseAll("ignore=pause:1 reorder")),
                "behave ignore=pause:1 reorder"));
  }

  @Test
  void deedsHaveTheTypesOfTheWire() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    assertThat(Deed.parse("set 1 max_upload_speed 5"))
        .isEqualTo(new Deed.SetConnection(1, "max_upload_speed", nodes.numberNode(5)));
    assertThat(Deed.parse("set 1 max_upload_speed 5000000000"))
        .isEqualTo(new Deed.SetConnection(1, "max_upload_speed", nodes.numberNode(5_000_000_000L)));
    assertThat(Deed.parse("set 1 storage_class 5"))
        .isEqualTo(new Deed.SetConnection(1, "storage_class", nodes.stringNode("5")));
    assertThat(Deed.parse("rename 1 5")).isEqualTo(new Deed.Rename(1, "5"));
    assertThat(Deed.parse("set-filter 7 filtered_names a,b"))
        .isEqualTo(new Deed.SetFilter(7, "filtered_names", List.of("a", "b")));
    assertThat(Deed.parse("set-filter 7 filtered_names \"\""))
        .isEqualTo(new Deed.SetFilter(7, "filtered_names", List.of()));
    assertThat(Deed.parse("behave none")).isEqualTo(new Deed.Behave(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "pause 3 ~ a line is a trigger, a colon and a deed, such as \"at 12: pause 3\"",
        "at: pause 3 ~ it is written: at REQUEST, before METHOD [N] or after METHOD [N]",
        "at x: pause 3 ~ \"x\" is not a number from 1 on",
        "at 0: pause 3 ~ 0 is not a number from 1 on",
        "at 1 2: pause 3 ~ it is written: at REQUEST",
        "on pause: pause 3 ~ \"on\" is no trigger; there are"
            + " at REQUEST, before METHOD [N] or after METHOD [N]",
        "at 1: ~ what happens is missing, such as \"pause 3\"",
        "at 1: explode 3 ~ \"explode\" is nothing that a person does here",
        "at 1: pause ~ it is written: pause CONNECTION",
        "at 1: pause x ~ \"x\" is not an id",
        "at 1: rename 3 Old name ~ it is written: rename CONNECTION NAME",
        "at 1: rename 3 \"Old ~ a quote is not closed",
        "at 1: schedule 3 maybe ~ a schedule is on, off, or 168 digits 0 and 1, Sunday first",
        "at 1: set-direction 7 UP ~ \"UP\" is not one of BIDIRECTION, ONLY_DOWNLOAD, ONLY_UPLOAD",
        "at 1: set 3 task_name x ~ \"task_name\" is not one of isSSE, max_download_speed,"
            + " max_upload_speed, part_size, pull_event_period, storage_class",
        "at 1: set 3 isSSE 1 ~ \"1\" is not one of false, true",
        "at 1: set-package admin_mode on ~ \"on\" is not one of disable, enable",
        "at 1: behave be-nice ~ \"be-nice\" is no behaviour"
      })
  void aLineThatIsNoneIsToldWithItsNumber(String line, String why) {
    assertThatThrownBy(() -> Script.parse("# first\n\n" + line + "\nat 1: pause 1"))
        .isInstanceOfSatisfying(
            ScriptException.class, wrong -> assertThat(wrong.line()).isEqualTo(3))
        .hasMessage(why);
  }

  @Test
  void aMethodThatThereIsNotIsToldWithAllThatThereAre() {
    assertThatThrownBy(() -> Script.parse("before explode: pause 1"))
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith("\"explode\" is not one of create_session, get_config, ")
        .hasMessageEndingWith(", unlink_session");
  }
}
