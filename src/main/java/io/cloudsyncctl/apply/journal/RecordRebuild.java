package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.RecordedWrite;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.plan.model.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of a NAS anew from what its journals tell, and from what is left of it.
 *
 * <p>Of each task, the last that is known of it counts, wherever it stands: other machines keep
 * journals of their own, and an old one must not bring back what was overwritten since.
 */
public final class RecordRebuild {
  /** What the journals last tell of each task, by session id. */
  private final Map<Long, Known> last = new HashMap<>();

  /** The tasks of each connection that the journals speak of. */
  private final Map<Long, Set<Long>> ofConnection = new HashMap<>();

  /**
   * What is known since a moment.
   *
   * @param entry empty where the task is gone, or nobody knows what the NAS has of it
   */
  private record Known(Instant at, Optional<SettingsRecord.Entry> entry) {}

  private RecordRebuild() {}

  /**
   * What was last written of the settings that no getter answers, and what was declared at the last
   * good end. What nobody knows for certain is left out: it is then written once more. What the
   * journals do not speak of stays as it is.
   *
   * @param soFar what is left of the record
   * @param runs of that NAS, the oldest first
   */
  public static SettingsRecord from(SettingsRecord soFar, List<JournaledRun> runs) {
    RecordRebuild journals = new RecordRebuild();
    SettingsRecord record = soFar;
    for (JournaledRun run : runs) {
      journals.read(run);
      record = knowing(record, run);
      Optional<SettingsRecord.Declared> declared = later(record.declared(), run.declared());
      if (run.declared().isPresent() && declared.equals(run.declared())) {
        record = record.knowing(run.known());
      }
      record = record.declaring(declared);
    }
    return journals.mergedInto(record);
  }

  /** What was created and removed since the last good end, which tells all that was known then. */
  private static SettingsRecord knowing(SettingsRecord soFar, JournaledRun run) {
    Optional<Instant> end = soFar.declared().map(SettingsRecord.Declared::at);
    SettingsRecord record = soFar;
    for (JournaledRun.Step step : run.steps()) {
      Instant at = step.at();
      if (at != null && end.filter(then -> !at.isAfter(then)).isEmpty()) {
        record = knowing(record, step);
      }
    }
    return record;
  }

  private static SettingsRecord knowing(SettingsRecord record, JournaledRun.Step step) {
    boolean done = step.outcome() == JournaledRun.Outcome.DONE;
    return switch (step.operation()) {
      case Operation.CreateTask create -> created(record, create, step);
      case Operation.RemoveTask remove -> done ? removed(record, remove.task()) : record;
      case Operation.RemoveConnection remove ->
          done ? record.notKnowing(remove.connection().identity()) : record;
      case Operation.WriteGroup _,
          Operation.PauseConnection _,
          Operation.ResumeConnection _,
          Operation.TestTask _ ->
          record;
    };
  }

  private static SettingsRecord created(
      SettingsRecord record, Operation.CreateTask create, JournaledRun.Step step) {
    ConnectionIdentity connection = create.connection().identity();
    String name = String.valueOf(create.address().connection());
    TaskIdentity task = step.created();
    if (!connection.isComplete()) {
      return record;
    }
    return task == null
        ? asked(create, step).map(asked -> record.asking(name, connection, asked)).orElse(record)
        : record.knowing(name, connection, new KnownConnection.KnownTask(create.declared(), task));
  }

  /** What a creation that was begun left in the balance; also where the NAS refused it. */
  private static Optional<KnownConnection.AskedTask> asked(
      Operation.CreateTask create, JournaledRun.Step step) {
    Instant at = step.at();
    return at == null
        ? Optional.empty()
        : step.sessions()
            .map(before -> new KnownConnection.AskedTask(create.declared(), before, at));
  }

  private static SettingsRecord removed(SettingsRecord record, Target.OfTask task) {
    TaskIdentity identity = task.identity();
    return identity == null ? record : record.notKnowing(task.connection().identity(), identity);
  }

  private static Optional<SettingsRecord.Declared> later(
      Optional<SettingsRecord.Declared> some, Optional<SettingsRecord.Declared> other) {
    return Stream.of(some, other)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(SettingsRecord.Declared::at));
  }

  private SettingsRecord mergedInto(SettingsRecord soFar) {
    SettingsRecord record = soFar;
    for (Map.Entry<Long, Known> task : last.entrySet()) {
      Known known = task.getValue();
      boolean older =
          soFar
              .entry(task.getKey())
              .filter(entry -> !entry.writtenAt().isBefore(known.at()))
              .isEmpty();
      if (older) {
        record =
            known.entry().isPresent()
                ? record.with(known.entry().get())
                : record.without(task.getKey());
      }
    }
    return record;
  }

  private void read(JournaledRun run) {
    Map<Target, TaskIdentity> created = new HashMap<>();
    for (JournaledRun.Step step : run.steps()) {
      Instant at = step.at();
      if (at != null && step.happened()) {
        read(step, at, created);
      }
    }
  }

  private void read(JournaledRun.Step step, Instant at, Map<Target, TaskIdentity> created) {
    switch (step.operation()) {
      case Operation.CreateTask create -> {
        TaskIdentity session = step.created();
        if (session != null) {
          created.put(
              Target.OfTask.toBeCreated(create.connection(), create.task().paths()), session);
          // The NAS may give out the id of a task that is gone.
          know(create.connection(), session.sessionId(), new Known(at, Optional.empty()));
        }
      }
      case Operation.RemoveTask remove -> {
        Long session = remove.task().sessionId();
        if (session != null) {
          know(remove.task().connection(), session, new Known(at, Optional.empty()));
        }
      }
      case Operation.RemoveConnection remove -> {
        Set<Long> gone = new HashSet<>(step.sessions().orElse(ImmutableSet.of()));
        gone.addAll(ofConnection.getOrDefault(remove.connection().id(), Set.of()));
        gone.forEach(
            session -> know(remove.connection(), session, new Known(at, Optional.empty())));
        ofConnection.remove(remove.connection().id());
      }
      case Operation.WriteGroup write -> written(write, step, at, created);
      case Operation.PauseConnection _, Operation.ResumeConnection _, Operation.TestTask _ -> {}
    }
  }

  private void written(
      Operation.WriteGroup write,
      JournaledRun.Step step,
      Instant at,
      Map<Target, TaskIdentity> created) {
    if (write.write().group() != SettingGroup.TASK
        || !(write.target() instanceof Target.OfTask task)) {
      return;
    }
    @Nullable TaskIdentity session =
        task.sessionId() == null ? created.get(write.target()) : task.identity();
    if (session == null) {
      return;
    }
    Optional<SettingsRecord.Entry> entry =
        switch (step.outcome()) {
          case DONE ->
              Optional.of(
                      RecordedWrite.entry(task.connection().identity(), session, write.write(), at))
                  .filter(_ -> !RecordedWrite.isReported(step.preImage()));
          case UNCERTAIN, FAILED, NOT_TRIED -> Optional.empty();
        };
    know(task.connection(), session.sessionId(), new Known(at, entry));
  }

  private void know(Target.OfConnection connection, long session, Known known) {
    ofConnection.computeIfAbsent(connection.id(), _ -> new HashSet<>()).add(session);
    last.merge(session, known, (before, now) -> now.at().isBefore(before.at()) ? before : now);
  }
}
