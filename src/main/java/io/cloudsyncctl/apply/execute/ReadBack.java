package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.operation.RefusedWrite;
import io.cloudsyncctl.apply.rest.Polling;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Target;
import java.util.function.Predicate;

/**
 * Reads a group after its write until it shows what was written or what the NAS keeps instead, or
 * some seconds have passed.
 */
final class ReadBack {
  private final FreshReads reads;
  private final Polling polling;
  private final KeptValues kept;
  private final RunJournal journal;

  ReadBack(FreshReads reads, Polling polling, KeptValues kept, RunJournal journal) {
    this.reads = reads;
    this.polling = polling;
    this.kept = kept;
    this.journal = journal;
  }

  /**
   * What the NAS tells of a group once it shows the write, else what it tells in the end.
   *
   * @param before the group before
   */
  FreshReads.Look of(
      Operation.WriteGroup operation, Target target, ImmutableMap<String, WireValue> before) {
    SteadyLooks steady = new SteadyLooks(kept, operation, target, before);
    return until(operation, target, now -> shows(operation.write(), now) || steady.add(now));
  }

  /**
   * What to say of a write that the NAS refused: by what its getters show it may have been done, in
   * whole or in part, all the same.
   *
   * @param before the group before
   * @return the exception to throw
   */
  RuntimeException refused(
      ApiRefusedException refusal,
      Operation.WriteGroup operation,
      Target target,
      ImmutableMap<String, WireValue> before,
      long number) {
    if (!RefusedWrite.isInDoubt(refusal)) {
      return refusal;
    }
    GroupWrite write = operation.write();
    boolean wouldShow = !GroupComparison.moved(before, write.parameters()).isEmpty();
    ImmutableMap<String, WireValue> now;
    try {
      now =
          until(
                  operation,
                  target,
                  seen -> !wouldShow || !GroupComparison.moved(before, seen).isEmpty())
              .parameters();
    } catch (DsmException unreadable) {
      DsmException unknown = refusal.with(Certainty.MAY_HAVE_HAPPENED);
      unknown.addSuppressed(unreadable);
      return unknown;
    } catch (OperationException ended) {
      return ended;
    }
    ImmutableList<String> moved = GroupComparison.moved(before, now);
    if (moved.isEmpty()) {
      return wouldShow
          ? refusal
          : RefusedWrite.happened(refusal, "and no getter shows whether it was done all the same");
    }
    journal.readBack(number, now);
    return RefusedWrite.happened(
        refusal,
        shows(write, now)
            ? "but it reads back as it was to be written: it was done all the same"
            : "but something was done all the same; it reads back otherwise than before: "
                + String.join(", ", moved));
  }

  /** Whatever goes wrong from here on, the write was made, or may have been. */
  private FreshReads.Look until(
      Operation.WriteGroup operation,
      Target target,
      Predicate<ImmutableMap<String, WireValue>> enough) {
    try {
      return polling.until(
          () -> reads.look(operation.address(), target, operation.write().group(), false),
          look -> enough.test(look.parameters()));
    } catch (DsmException e) {
      throw e.with(Certainty.MAY_HAVE_HAPPENED);
    } catch (OperationException e) {
      throw new OperationException(e.diagnostic(), true);
    } catch (InterruptedException e) {
      // The thread is not marked: what became of the call still has to be written down.
      throw Polling.interrupted(operation);
    }
  }

  private static boolean shows(GroupWrite write, ImmutableMap<String, WireValue> now) {
    return now.keySet().containsAll(write.preImage().keySet())
        && GroupComparison.differing(write.group(), write.parameters(), now).isEmpty();
  }
}
