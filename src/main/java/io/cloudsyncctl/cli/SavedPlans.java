package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.cloudsyncctl.apply.OperationCodec;
import io.cloudsyncctl.apply.OperationSequencer;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.state.PlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Plans that are saved by one command and applied by another. */
final class SavedPlans {
  private SavedPlans() {}

  /** Saves the plans of a run, as they were shown. */
  static void write(
      Path path, List<Reading> readings, String text, PlanningOptions planning, boolean simulated) {
    ImmutableList<PlanFile.Entry> entries =
        readings.stream()
            .map(reading -> entry(reading, planning, simulated))
            .collect(ImmutableList.toImmutableList());
    try {
      new PlanFile(Version.number(), text, entries).write(path);
    } catch (IOException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              "cannot-write",
              "the plan cannot be saved: " + e.getMessage(),
              new Location.InFile(path.toString(), 1, 1),
              null),
          e);
    }
  }

  private static PlanFile.Entry entry(
      Reading reading, PlanningOptions planning, boolean simulated) {
    DesiredState desired = reading.desired();
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    desired.files().forEach(file -> files.put(file, digest(file)));
    String reference = desired.nas().passwordReference();
    return new PlanFile.Entry(
        desired.nas().name(),
        StateOptions.identity(desired.nas(), simulated),
        reference == null ? "" : reference,
        files.buildKeepingLast(),
        PlanFile.digest(WireJson.print(reading.snapshot().raw().stateFile())),
        planning.prune,
        planning.quiesce,
        operations(reading.plan()));
  }

  private static ImmutableList<WireValue.Members> operations(Plan plan) {
    return OperationSequencer.sequence(plan).stream()
        .map(OperationCodec::encode)
        .collect(ImmutableList.toImmutableList());
  }

  /** The files that a saved plan was made from: those that the user had named. */
  static ImmutableList<Path> files(PlanFile saved) {
    return saved.plans().stream()
        .map(entry -> Path.of(entry.files().keySet().iterator().next()))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Makes sure that the files are those that the plan was made from, and that it is about this NAS.
   *
   * @throws DiagnosticException where it is not
   */
  static void check(PlanFile saved, List<DesiredState> states, Path path, boolean simulated) {
    for (PlanFile.Entry entry : saved.plans()) {
      entry.files().forEach((file, digest) -> checkFile(file, digest));
      Optional<DesiredState> state =
          states.stream().filter(one -> one.nas().name().equals(entry.nas())).findFirst();
      if (state.isEmpty()
          || !StateOptions.identity(state.get().nas(), simulated).equals(entry.identity())) {
        throw new DiagnosticException(
            FailureKind.BAD_INPUT,
            Diagnostic.error(
                RefusalCode.PLAN_FILE_UNUSABLE.code(),
                "the saved plan is of another NAS: it was made for "
                    + entry.nas()
                    + " at "
                    + entry.identity(),
                new Location.InFile(path.toString(), 1, 1),
                "make a new one with: cloudsyncctl plan --out " + path));
      }
    }
  }

  private static void checkFile(String file, String digest) {
    if (!digest(file).equals(digest)) {
      throw new DiagnosticException(
          FailureKind.REFUSED,
          Diagnostic.error(
              RefusalCode.PLAN_STALE.code(),
              "the file has changed since the plan was saved",
              new Location.InFile(file, 1, 1),
              "plan again, and look at the new plan"));
    }
  }

  /** Whether a NAS still leads to the very operations that were saved. */
  static boolean isAsSaved(PlanFile saved, Reading now) {
    return saved.plans().stream()
        .filter(entry -> entry.nas().equals(now.plan().nas()))
        .anyMatch(entry -> entry.operations().equals(operations(now.plan())));
  }

  private static String digest(String file) {
    try {
      return MoreFiles.asByteSource(Path.of(file)).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      throw new DiagnosticException(
          FailureKind.REFUSED,
          Diagnostic.error(
              RefusalCode.PLAN_STALE.code(),
              "the file that the plan was made from cannot be read: " + e.getMessage(),
              new Location.InFile(file, 1, 1),
              "apply a saved plan where its files are"),
          e);
    }
  }
}
