package io.cloudsyncctl.simulator.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts of behaviours: {@code NAME}, {@code NAME=WORD:WORD…}, and {@code @ID} behind either.
 */
final class Grammar {
  @FunctionalInterface
  private interface Reader {
    Behaviour read(Arguments arguments);
  }

  private record Entry(String name, String form, Reader reader) {}

  private static final Set<String> FIELDS =
      Set.of(
          "pull_event_period",
          "max_upload_speed",
          "max_download_speed",
          "part_size",
          "log_count",
          "worker_count",
          "filtered_max_upload_size");

  private static final List<Entry> ENTRIES = entries();

  private Grammar() {}

  private static List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    all.add(
        new Entry("pause-lag", "TIME", a -> new Behaviour.PauseLag(a.of(1, 1).lag(0), a.only())));
    all.add(
        new Entry("resume-lag", "TIME", a -> new Behaviour.ResumeLag(a.of(1, 1).lag(0), a.only())));
    all.add(
        new Entry("tasks-lag", "TIME", a -> new Behaviour.TasksLag(a.of(1, 1).lag(0), a.only())));
    all.add(new Entry("newest-wins", "", a -> new Behaviour.NewestWins(a.of(0, 0).only())));
    all.add(
        new Entry(
            "outlasts-pause",
            "STATUS",
            a -> new Behaviour.OutlastsPause(a.of(1, 1).word(0), a.only())));
    all.add(new Entry("wake", "[ID:]REQUESTS", Grammar::wake));
    all.add(new Entry("resume-at-once", "", a -> new Behaviour.Wake(1, a.of(0, 0).only())));
    all.add(new Entry("busy-tasks", "[STATUS]", Grammar::busy));
    all.add(
        new Entry(
            "is-pause", "true|false", a -> new Behaviour.SayIsPause(a.of(1, 1).bool(0), a.only())));
    all.add(
        new Entry(
            "ignore",
            "METHOD[,METHOD...][:TIMES]",
            a ->
                new Behaviour.Ignore(
                    a.of(1, 2).methods(0, Methods.WRITERS), a.times(1), a.only())));
    all.add(
        new Entry(
            "refuse-after",
            "METHOD:CODE[:TIMES]",
            a ->
                new Behaviour.RefuseAfter(
                    a.of(2, 3).method(0, Methods.WRITERS), a.code(1), a.times(2), a.only())));
    all.add(
        new Entry(
            "error-answers",
            "METHOD:CODE",
            a ->
                new Behaviour.ErrorAnswers(
                    a.of(2, 2).method(0, Methods.all()), a.code(1), a.only())));
    all.add(
        new Entry(
            "round",
            "FIELD:N",
            a ->
                new Behaviour.Round(
                    a.of(2, 2).method(0, FIELDS), a.number(1, 1, Long.MAX_VALUE), a.only())));
    all.add(new Entry("clamp", "FIELD:MIN:MAX", Grammar::clamp));
    for (StoredForm form : StoredForm.values()) {
      all.add(new Entry(form.word(), "", a -> new Behaviour.KeepForm(form, a.of(0, 0).only())));
    }
    all.add(new Entry("lag", "[METHOD[,METHOD...]:]TIME", Grammar::late));
    all.add(new Entry("side-effect", "METHOD:EFFECT[:ID|all]", Grammar::sideEffect));
    all.add(
        new Entry(
            "reorder",
            "[SEED]",
            a ->
                new Behaviour.Reorder(
                    a.of(0, 1).number(0, Long.MIN_VALUE, Long.MAX_VALUE, 1), a.only())));
    all.add(new Entry("reuse-ids", "", a -> new Behaviour.ReuseIds(a.of(0, 0).only())));
    for (Omission omission : Omission.values()) {
      all.add(
          new Entry(
              omission.word(),
              "TIMES",
              a -> new Behaviour.Omit(omission, a.of(1, 1).count(0), a.only())));
    }
    all.add(
        new Entry("log-oldest-first", "", a -> new Behaviour.LogOldestFirst(a.of(0, 0).only())));
    all.add(
        new Entry(
            "log-clock",
            "SECONDS",
            a ->
                new Behaviour.LogClock(
                    a.of(1, 1).number(0, -1_000_000_000, 1_000_000_000), a.only())));
    all.add(
        new Entry("log-keeps", "N", a -> new Behaviour.LogKeeps(a.of(1, 1).count(0), a.only())));
    return List.copyOf(all);
  }

  private static Behaviour wake(Arguments a) {
    boolean named = a.of(1, 2).count() == 2;
    OptionalLong only = named ? OptionalLong.of(a.number(0, 0, Long.MAX_VALUE)) : a.only();
    return new Behaviour.Wake(a.count(named ? 1 : 0), only);
  }

  private static Behaviour busy(Arguments a) {
    return new Behaviour.BusyTasks(a.of(0, 1).count() == 1 ? a.word(0) : "syncing", a.only());
  }

  private static Behaviour clamp(Arguments a) {
    long least = a.of(3, 3).number(1, 0, Long.MAX_VALUE);
    long most = a.number(2, least, Long.MAX_VALUE);
    return new Behaviour.Clamp(a.method(0, FIELDS), least, most, a.only());
  }

  private static Behaviour late(Arguments a) {
    boolean named = a.of(1, 2).count() == 2;
    Set<String> methods = named ? a.methods(0, Methods.WRITERS) : Set.of();
    return new Behaviour.ShowLate(methods, a.lag(named ? 1 : 0), a.only());
  }

  private static Behaviour sideEffect(Arguments a) {
    String method = a.of(2, 3).method(0, Methods.WRITERS);
    List<String> words = Arrays.stream(Effect.values()).map(Effect::word).toList();
    Effect effect =
        Effect.of(a.word(1))
            .orElseThrow(() ->
                a.bad("\"%s\" is not one of %s".formatted(a.word(1), String.join(", ", words))));
    boolean everywhere = a.count() == 3 && a.word(2).equals("all");
    OptionalLong where =
        a.count() == 3 && !everywhere
            ? OptionalLong.of(a.number(2, 0, Long.MAX_VALUE))
            : OptionalLong.empty();
    return new Behaviour.SideEffect(method, effect, where, everywhere, a.only());
  }

  static List<Behaviour> parseAll(String text) {
    return Stream.of(text.split("[\\s;]+", -1))
        .filter(word -> !word.isEmpty())
        .map(Grammar::parse)
        .toList();
  }

  static Behaviour parse(String text) {
    String body = text;
    OptionalLong only = OptionalLong.empty();
    int at = text.lastIndexOf('@');
    if (at >= 0) {
      String id = text.substring(at + 1);
      if (!id.matches("[0-9]{1,18}")) {
        throw new BehaviourException(
            "\"%s\": behind the @ stands the id of a connection or a task".formatted(text));
      }
      only = OptionalLong.of(Long.parseLong(id));
      body = text.substring(0, at);
    }
    int equals = body.indexOf('=');
    String name = equals < 0 ? body : body.substring(0, equals);
    List<String> words =
        equals < 0 ? List.of() : List.of(body.substring(equals + 1).split(":", -1));
    for (Entry entry : ENTRIES) {
      if (entry.name().equals(name)) {
        try {
          return entry.reader().read(new Arguments(text, words, only));
        } catch (BehaviourException e) {
          throw new BehaviourException(e.getMessage() + "; it is written " + form(entry));
        }
      }
    }
    throw new BehaviourException("\"%s\" is no behaviour".formatted(text));
  }

  static List<String> forms() {
    return ENTRIES.stream().map(Grammar::form).toList();
  }

  private static String form(Entry entry) {
    String form = entry.form();
    if (form.isEmpty()) {
      return entry.name();
    }
    boolean optional = form.startsWith("[") && form.endsWith("]");
    return entry.name() + (optional ? "[=" + form.substring(1) : "=" + form);
  }
}
