package io.cloudsyncctl.apply.leftover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.restore.PauseTrace;
import java.time.Instant;

/** What journals tell of the changes to one connection, as the trace of its pause. */
public final class PauseTraces {
  private final ConnectionIdentity connection;
  private final Instant now;
  private final ImmutableList.Builder<PauseTrace.Written> written = ImmutableList.builder();
  private final ImmutableList.Builder<PauseTrace.Created> created = ImmutableList.builder();
  private final ImmutableList.Builder<PauseTrace.Removed> removed = ImmutableList.builder();

  private PauseTraces(ConnectionIdentity connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /**
   * What runs did to a connection, in their order.
   *
   * @param unknown why nobody can say what others did
   * @param now what a run was told to create just before may still come
   */
  public static PauseTrace of(
      ConnectionIdentity connection,
      Iterable<JournaledRun> runs,
      ImmutableList<String> unknown,
      Instant now) {
    PauseTraces traces = new PauseTraces(connection, now);
    for (JournaledRun run : runs) {
      run.steps().forEach(step -> traces.add(run.id(), step));
    }
    return new PauseTrace(
        traces.written.build(), traces.created.build(), traces.removed.build(), unknown);
  }

  private void add(String run, JournaledRun.Step step) {
    switch (step.operation()) {
      case Operation.WriteGroup write -> {
        if (isOf(write.target())) {
          written(run, write, step);
        }
      }
      case Operation.CreateTask create -> {
        if (step.happened() && is(create.connection())) {
          created.add(new PauseTrace.Created(run, create.task(), step.created(), mayCome(step)));
        }
      }
      case Operation.RemoveTask remove -> {
        if (step.happened() && is(remove.task().connection())) {
          removed.add(new PauseTrace.Removed(run, remove.task().paths()));
        }
      }
      case Operation.PauseConnection _,
          Operation.ResumeConnection _,
          Operation.RemoveConnection _,
          Operation.TestTask _ -> {}
    }
  }

  private boolean mayCome(JournaledRun.Step step) {
    Instant at = step.at();
    return step.created() == null
        && (at == null || now.isBefore(at.plus(Recreation.SINCE_CREATION)));
  }

  /**
   * A write that the NAS refused counts by what can be read: a refusal is no proof. One that was
   * never sent replaced nothing.
   */
  private void written(String run, Operation.WriteGroup write, JournaledRun.Step step) {
    ImmutableMap<String, WireValue> planned =
        step.happened() ? write.write().preImage() : ImmutableMap.of();
    ImmutableMap<String, WireValue> preImage =
        step.preImage().isEmpty() ? planned : step.preImage();
    boolean tried = step.outcome() == JournaledRun.Outcome.FAILED && !preImage.isEmpty();
    if (step.happened() || tried) {
      written.add(
          new PauseTrace.Written(
              run,
              write.target(),
              write.write().group(),
              preImage,
              step.recorded(),
              write.write().parameters(),
              step.readBack(),
              step.happened()));
    }
  }

  private boolean isOf(Target target) {
    return target.concernedConnection().filter(this::is).isPresent();
  }

  /** Where a journal of an earlier version lacks what would tell, it may be the same. */
  private boolean is(Target.OfConnection other) {
    ConnectionIdentity its = other.identity();
    return its.isComplete() && connection.isComplete()
        ? connection.isSameUnderAnyName(its)
        : connection.id() == its.id();
  }
}
