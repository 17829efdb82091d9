package io.cloudsyncctl.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last words of an apply and of an undo. */
class ApplyTextRendererTest {
  private static final Location.InFile AT = new Location.InFile("office.yaml", 9, 1);
  private static final Address DROPBOX = Address.ofConnection("office", "Dropbox", null);
  private static final Operation PAUSE =
      new Operation.PauseConnection(
          DROPBOX, new Target.OfConnection(new ConnectionIdentity(1, "Dropbox", "db", "me", "u1")));
  private static final Change BY_HAND =
      new Change.Manual(DROPBOX, "it is not there", ImmutableList.of("Link it"), AT);
  private static final Change PAUSED =
      new Change.Pause(
          DROPBOX,
          new Target.OfConnection(new ConnectionIdentity(1, "Dropbox", "db", "me", "u1")),
          "uptodate",
          AT);

  @Test
  void whatIsLeftByHandIsNotAllWhereSomethingCannotBeRead() {
    assertThat(apply(plan(BY_HAND)))
        .isEqualTo(
            """

            Apply complete: 1 operation. What is left has to be done by hand in DSM.
            """);
    Plan unreadable =
        new Plan(
            "office",
            ImmutableList.of(BY_HAND),
            ImmutableList.of(new Observation.Unreadable(DROPBOX, "no administrator", AT)));
    assertThat(apply(unreadable))
        .isEqualTo(
            """

            Apply complete: 1 operation. What is left has to be done by hand in DSM. office
            cannot be read in full, so it is not known to be as declared.
            """);
  }

  @Test
  void anUndoIsMeasuredByTheRunAndNotByWhatIsDeclared() {
    assertThat(undo(new OperationOutcome.Done(PAUSE), plan()))
        .isEqualTo(
            """

            Undo complete: 1 operation. What the run changed on office is as it was before.
            """);
    assertThat(undo(new OperationOutcome.Done(PAUSE), plan(PAUSED)))
        .isEqualTo(
            """

            Still different from what was before the run:

              office/Dropbox
                ‖ pause (its status is uptodate)                               office.yaml:9

            Undo incomplete: 1 operation done, and office is not as it was before the run.
            Undo it again once the cause is mended.
            """);
    assertThat(
            undo(
                new OperationOutcome.Failed(
                    PAUSE, Diagnostic.error(DiagnosticCode.API_REFUSED, "no", null, null), false),
                plan(PAUSED)))
        .endsWith("\n\nUndo failed. Nothing was changed.\n");
  }

  private static Plan plan(Change... changes) {
    return new Plan("office", ImmutableList.copyOf(changes), ImmutableList.of());
  }

  private static String apply(Plan remaining) {
    return render(new OperationOutcome.Done(PAUSE), remaining, Verb.APPLY);
  }

  private static String undo(OperationOutcome outcome, Plan remaining) {
    return render(outcome, remaining, Verb.UNDO);
  }

  private static String render(OperationOutcome outcome, @Nullable Plan remaining, Verb verb) {
    return ApplyTextRenderer.result(
        new ApplyResult("office", ImmutableList.of(outcome), remaining, ImmutableList.of()),
        TextOptions.plain(verb));
  }
}
