package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a command says of the NAS and of itself is so. */
final class Claims {
  /** Legal ends of a command. */
  private static final Set<Integer> LEGAL = Set.of(0, 1, 2, 3, 4, 5, 6, 65);

  /** With these an apply says that it changed nothing. */
  private static final Set<Integer> NOTHING_CHANGED = Set.of(1, 3, 5, 65);

  private final Account account;
  private final List<Run> runs;
  private final List<String> untrue = new ArrayList<>();

  Claims(Account account, List<Run> runs) {
    this.account = account;
    this.runs = runs;
  }

  List<String> untrue() {
    runs.stream().filter(run -> !run.isDead()).forEach(this::check);
    return untrue;
  }

  private void check(Run run) {
    if (!LEGAL.contains(run.code())
        || run.said().contains("Exception")
        || run.said().contains("\tat ")) {
      untrue.add(run + " ended with " + run.code());
    }
    List<Integer> own = account.doneBy(run);
    if (!run.applies() || NOTHING_CHANGED.contains(run.code())) {
      changed(run, own)
          .forEach(event -> untrue.add(run + " ended with " + run.code() + ", but did " + event));
    }
    if (run.saysAsDeclared()) {
      asDeclared(run)
          .forEach(unlike -> untrue.add(run + " calls as declared what is not: " + unlike));
      if (run.applies()) {
        untold(run, own)
            .forEach(
                event -> untrue.add(run + " does not tell what the NAS did besides: " + event));
      }
    }
  }

  /** What was changed; a pause that was taken back, or has ended, was none. */
  private List<Event> changed(Run run, List<Integer> own) {
    List<Event> changed = new ArrayList<>();
    for (int i : own) {
      Event event = account.events().get(i);
      boolean taken =
          switch (event.kind()) {
            case RESTED -> {
              int to = account.events().size();
              yield account.last(Event.Kind.STARTED, event.connection(), i, to).isPresent();
            }
            case STARTED ->
                run.moments().stream()
                    .anyMatch(one -> one.before() < i && one.is("pause", event.connection()));
            case CHANGED, TASK_ADDED, TASK_REMOVED, CONNECTION_ADDED, CONNECTION_REMOVED, IN_VAIN ->
                false;
          };
      if (!taken) {
        changed.add(event);
      }
    }
    return changed;
  }

  /** What was not as declared at any moment of the last reading of everything. */
  private List<Unlike> asDeclared(Run run) {
    List<Moment> reading = lastReading(run);
    Map<String, Integer> seen = new HashMap<>();
    List<Unlike> unlike = List.of();
    for (Moment moment : reading) {
      unlike = ThirdParty.differences(run.declared(), moment.truth());
      new HashSet<>(unlike.stream().map(Unlike::key).toList())
          .forEach(key -> seen.merge(key, 1, Integer::sum));
    }
    return unlike.stream()
        .filter(one -> seen.getOrDefault(one.key(), 0) == reading.size())
        .filter(one -> !isHidden(one, run))
        .toList();
  }

  private static List<Moment> lastReading(Run run) {
    List<Moment> moments = run.moments();
    for (int i = moments.size() - 1; i >= 0; i--) {
      if (moments.get(i).is("get_config") && moments.get(i).is("list_conn")) {
        return moments.subList(i, moments.size());
      }
    }
    return moments;
  }

  /** Whether no getter could have told: of what is write-only, or shown late. */
  private boolean isHidden(Unlike unlike, Run run) {
    if (unlike.field().equals("state") && run.said().contains("path-not-kept")) {
      return true;
    }
    if (unlike.field().equals("sync_mode") && account.ignores("set_personal_config")) {
      // Where it does not read back as written it is unverifiable: its getter is inferred.
      return true;
    }
    boolean writeOnly = Unlike.isWriteOnly(unlike.field());
    String field = unlike.field().equals("name") ? "task_name" : unlike.field();
    if (!writeOnly && !account.showsLate()) {
      return false;
    }
    if (writeOnly && account.ignores("set_session_setting")) {
      return true;
    }
    List<Integer> own = account.doneBy(run.machine());
    for (int i = 0; i < account.events().size(); i++) {
      Event event = account.events().get(i);
      boolean concerns =
          event.kind() == Event.Kind.CHANGED
              ? event.change(field).isPresent()
              : account.showsLate();
      if (concerns && !own.contains(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the device did by itself to what a run wrote to and nobody declares: a setter that does
   * something besides, or does not keep what it is sent as it is.
   */
  private List<Event> untold(Run run, List<Integer> own) {
    Set<Long> written =
        own.stream()
            .map(account.events()::get)
            .filter(Event::isChange)
            .map(Event::connection)
            .collect(Collectors.toSet());
    int from = run.moments().getFirst().before();
    int to = lastReading(run).getFirst().before();
    List<Event> untold = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Event event = account.events().get(i);
      Moment moment = account.momentOf(i);
      boolean besides =
          event.actor() == Event.Actor.DEVICE
              && event.who().equals("side-effect")
              && written.contains(event.connection());
      for (FieldChange change : event.changes()) {
        boolean byItself =
            besides || (moment != null && moment.run() == run && moment.isSentAsItWas(change));
        if (byItself && isReadable(change) && !account.isDeclared(run.declared(), change, i)) {
          untold.add(event);
          break;
        }
      }
    }
    return untold;
  }

  private static boolean isReadable(FieldChange change) {
    return !change.field().startsWith("user_defined_") && !Unlike.isWriteOnly(change.field());
  }
}
