package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.fact.Fact;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.state.PlanFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looked at and approved, on a terminal or as a saved plan: the operations, and what
 * they rest upon.
 */
public record Approval(ImmutableList<Operation> operations, ImmutableList<Fact> facts) {

  /** What differs only in the order of sets is the same approval, and has the same checksum. */
  public Approval {
    operations = inOrder(operations);
  }

  private static ImmutableList<Operation> inOrder(List<Operation> operations) {
    return operations.stream().map(Operation::inOrder).collect(ImmutableList.toImmutableList());
  }

  /** What is approved with a plan that was made from this state. */
  public static Approval of(Plan plan, LiveState live) {
    ImmutableList<Operation> operations = OperationSequencer.sequence(plan);
    return new Approval(operations, TouchedFacts.of(operations, live));
  }

  /** The checksum of what is approved, as a saved plan and the journal of its apply hold it. */
  public String checksum() {
    return PlanFile.checksumOf(
        operations.stream().map(OperationCodec::encode).collect(ImmutableList.toImmutableList()));
  }

  /** Whether the NAS still leads to the very operations, and nothing that they touch has moved. */
  public boolean holds(Plan now, LiveState live) {
    return operations.equals(inOrder(OperationSequencer.sequence(now))) && touched(live).isEmpty();
  }

  /**
   * What has moved since: what the operations touch, and what else is no longer as declared. Empty
   * where the operations differ for a reason that no getter shows.
   */
  public ImmutableList<StateChange> moved(Plan now, LiveState live) {
    List<StateChange> movements = new ArrayList<>(touched(live));
    for (Change change : now.changes()) {
      movements.addAll(since(change));
    }
    for (Plan.Resting resting : now.resting()) {
      if (restsNewly(resting)) {
        movements.add(status(resting.address(), ConnectionStatus.PAUSE.word(), Fact.ACTIVE));
      }
    }
    return StateChange.tidied(movements);
  }

  private ImmutableList<StateChange> touched(LiveState live) {
    return StateChange.between(facts, TouchedFacts.of(operations, live));
  }

  /** A change that was in no approved operation: it was as declared then, and no longer is. */
  private List<StateChange> since(Change change) {
    return switch (change) {
      case Change.Update update -> {
        GroupWrite write = update.write();
        yield write == null || touches(update)
            ? List.of()
            : update.fields().stream().map(field -> since(update, field)).toList();
      }
      case Change.Create create ->
          create.task() == null || has(Operation.CreateTask.class, change)
              ? List.of()
              : List.of(gone(change));
      case Change.Delete delete ->
          has(Operation.RemoveTask.class, delete) || has(Operation.RemoveConnection.class, delete)
              ? List.of()
              : List.of(came(change));
      case Change.Pause pause ->
          has(Operation.PauseConnection.class, pause)
              ? List.of()
              : List.of(status(pause.address(), ConnectionStatus.PAUSE.word(), Fact.ACTIVE));
      case Change.Resume resume ->
          has(Operation.ResumeConnection.class, resume)
              ? List.of()
              : List.of(status(resume.address(), Fact.ACTIVE, ConnectionStatus.PAUSE.word()));
      case Change.Manual _ -> List.of();
    };
  }

  /** A connection that rested by itself, so that nobody had to pause it, and no longer does. */
  private boolean restsNewly(Plan.Resting resting) {
    boolean sameWork =
        operations.stream()
            .map(Operation::address)
            .anyMatch(
                address -> address.equals(resting.address()) || resting.tasks().contains(address));
    boolean paused =
        operations.stream()
            .anyMatch(one ->
                one instanceof Operation.PauseConnection pause
                    && pause.connection().id() == resting.connection().id());
    return sameWork && !paused;
  }

  private boolean touches(Change.Update update) {
    return operations.stream()
        .anyMatch(operation ->
            operation instanceof Operation.WriteGroup write
                && write.address().equals(update.address())
                && write.write().group() == update.group());
  }

  private boolean has(Class<? extends Operation> kind, Change change) {
    return operations.stream()
        .anyMatch(one -> kind.isInstance(one) && one.address().equals(change.address()));
  }

  private static <T> StateChange since(Change.Update update, FieldChange<T> field) {
    Setting<T> setting = field.setting();
    Optional<WireValue> now = field.before().known().map(setting.codec()::encode);
    return new StateChange(
        update.address(),
        setting.relativePath(),
        now.isEmpty() ? Optional.empty() : Optional.of(setting.codec().encode(field.after())),
        now);
  }

  private static StateChange gone(Change change) {
    return new StateChange(
        change.address(), Fact.ID, Optional.of(new WireValue.Null()), Optional.empty());
  }

  private static StateChange came(Change change) {
    return new StateChange(
        change.address(), Fact.ID, Optional.empty(), Optional.of(new WireValue.Null()));
  }

  private static StateChange status(Address address, String before, String now) {
    return new StateChange(
        address, Fact.STATUS, Optional.of(WireValue.of(before)), Optional.of(WireValue.of(now)));
  }
}
