package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.script.Deed;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.script.Step;
import io.cloudsyncctl.simulator.truth.Author;
import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.TimeLine;
import io.cloudsyncctl.simulator.truth.Truth;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A device with its imperfections: what happens when somebody calls a method, when time goes by and
 * when a person comes along. Everything that takes a {@link DeviceState} is called by whoever holds
 * that state alone at the moment.
 */
public final class Device implements Habits {
  private static final String WHOLE_CALL = "call";

  private final Behaviours behaviours;
  private final Screenplay screenplay = new Screenplay();
  private final Pausing pausing;
  private final Writes writes;
  private final LogBook log;
  private final AnswerShaper shaper;
  private final Map<Behaviours.Active, Integer> wakesSince = new HashMap<>();

  /** The method whose call is under way, where it names no connection. */
  private @Nullable String toAll;

  public Device(InstantSource clock, Behaviours behaviours, Script script) {
    this.behaviours = behaviours;
    this.pausing = new Pausing(behaviours, clock);
    Shades shades = new Shades(behaviours, clock);
    this.writes = new Writes(behaviours, clock, pausing, shades);
    Orders orders = new Orders(behaviours);
    this.log = new LogBook(behaviours, clock, orders);
    this.shaper = new AnswerShaper(behaviours, shades, orders);
    screenplay.add(script);
  }

  public TimeLine timeLine() {
    return writes.timeLine();
  }

  public Truth truth(DeviceState state) {
    return writes.read(state, _ -> true);
  }

  public void add(Script script) {
    screenplay.add(script);
  }

  public List<Step> waiting() {
    return screenplay.waiting();
  }

  /** Does what has come due. */
  @Override
  public void settle(DeviceState state) {
    Optional<Pending> due = pausing.takeDue();
    while (due.isPresent()) {
      Pending one = due.get();
      Truth before = writes.read(state, id -> id == one.connection());
      pausing.carryOut(state, one);
      Author author = Author.device(one.what().behaviour(), one.cause());
      writes.record(
          state,
          one.due() == null ? writes.now() : one.due(),
          writes.request(),
          author,
          before,
          id -> id == one.connection());
      due = pausing.takeDue();
    }
  }

  /** An HTTP request has arrived. */
  public void request(DeviceState state, int number) {
    writes.request(number);
    screenplay.atRequest(number).forEach(step -> perform(state, step));
    wake(state);
  }

  private void wake(DeviceState state) {
    for (Behaviours.Active one : behaviours.all(Behaviour.Wake.class)) {
      int since = wakesSince.computeIfAbsent(one, _ -> writes.request() - 1);
      if (one.behaviour() instanceof Behaviour.Wake wake) {
        for (ObjectNode listed : state.listed()) {
          long id = listed.path("id").longValue();
          boolean concerned = wake.only().isEmpty() || wake.only().getAsLong() == id;
          int rests = writes.request() - Math.max(since, writes.restedAt(id));
          if (concerned
              && rests >= wake.requests()
              && listed.path("status").asString("").equals("pause")) {
            Truth before = writes.read(state, other -> other == id);
            state.force(id, false);
            Author author = Author.device("wake", "resume");
            writes.record(
                state, writes.now(), writes.request(), author, before, other -> other == id);
          }
        }
      }
    }
  }

  /** A method is about to be called; whoever comes before that does. */
  public void beforeCall(DeviceState state, String method) {
    screenplay.beforeCall(method).forEach(step -> perform(state, step));
  }

  /** A call has come to its end, whatever that was. */
  public void afterCall(DeviceState state, String method) {
    toAll = null;
    screenplay.afterCall(method).forEach(step -> perform(state, step));
  }

  /** Decides what becomes of a call. */
  public Turn begin(DeviceState state, Ask ask, int request, String login) {
    OptionalInt refusal =
        behaviours
            .matching(
                Behaviour.ErrorAnswers.class,
                ask.subject(),
                one -> one.method().equals(ask.method()))
            .stream()
            .findFirst()
            .map(one -> (Behaviour.ErrorAnswers) one.behaviour())
            .stream()
            .mapToInt(Behaviour.ErrorAnswers::code)
            .findFirst();
    boolean ignored = ask.writes() && refusal.isEmpty() && ignores(ask.method(), ask.subject());
    toAll = ask.connection() == Event.NONE ? ask.method() : null;
    Truth before = ask.writes() && !ignored ? writes.read(state, ask.reach()) : null;
    return new Turn(ask, request, Author.client(login, ask.method()), before, refusal, ignored);
  }

  private boolean ignores(String method, long subject) {
    return behaviours
        .matching(Behaviour.Ignore.class, subject, one -> one.methods().contains(method))
        .stream()
        .anyMatch(one ->
            one.behaviour() instanceof Behaviour.Ignore ignore
                && one.use(WHOLE_CALL, ignore.times()));
  }

  /**
   * Lets everything happen that follows from a call that was carried out.
   *
   * @param answer what the method answered
   * @return what is shown of it
   */
  public @Nullable JsonNode end(DeviceState state, Turn turn, @Nullable JsonNode answer) {
    Ask ask = turn.ask();
    if (turn.before() != null) {
      writes.done(state, ask, turn.request(), turn.author(), turn.before());
      return answer;
    }
    JsonNode shown = shaper.shape(state, ask, answer);
    pausing.looked(ask.method(), ask.connection());
    settle(state);
    return shown;
  }

  /** The error that is answered although the call was carried out. */
  public OptionalInt refusalAfter(Ask ask) {
    return behaviours
        .matching(
            Behaviour.RefuseAfter.class, ask.subject(), one -> one.method().equals(ask.method()))
        .stream()
        .filter(one ->
            one.behaviour() instanceof Behaviour.RefuseAfter refuse
                && one.use(WHOLE_CALL, refuse.times()))
        .map(one -> (Behaviour.RefuseAfter) one.behaviour())
        .mapToInt(Behaviour.RefuseAfter::code)
        .findFirst();
  }

  private void perform(DeviceState state, Step step) {
    perform(state, step.deed(), Author.person("line " + step.line(), step.text()));
  }

  /** Lets a person do something now. */
  public void perform(DeviceState state, Deed deed, Author author) {
    Ask ask = Person.ask(state, deed);
    if (!Person.isPossible(state, ask)) {
      writes.inVain(ask, author);
      return;
    }
    Truth before = writes.read(state, ask.reach());
    if (deed instanceof Deed.Behave behave) {
      if (behave.behaviours().isEmpty()) {
        behaviours.clear();
      }
      behave.behaviours().forEach(behaviours::add);
    }
    Person.act(state, deed, log);
    writes.done(state, ask, writes.request(), author, before);
  }

  /** Adds an entry of now to the log of a connection. */
  public void appendLog(DeviceState state, long connection, int action, String path) {
    log.append(state, connection, action, path);
  }

  @Override
  public void edited(DeviceState before, DeviceState after) {
    Truth then = writes.read(before, _ -> true);
    Author author = Author.person("edit", "edit");
    writes.record(after, writes.now(), writes.request(), author, then, _ -> true);
  }

  @Override
  public boolean takesOver(DeviceState state, long connection, boolean pause) {
    String method = pause ? "pause" : "resume";
    return (method.equals(toAll) && ignores(method, connection))
        || pausing.takesOver(state, connection, pause, writes.request());
  }

  @Override
  public boolean reusesIds() {
    return !behaviours.of(Behaviour.ReuseIds.class, Event.NONE).isEmpty();
  }

  @Override
  public ObjectNode shownLogs(long connection, ObjectNode stored) {
    return log.shown(connection, stored);
  }
}
