package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationCodec;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.fact.DeclaredFacts;
import io.cloudsyncctl.plan.fact.Fact;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunOutput;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.state.FactCodec;
import io.cloudsyncctl.state.FoundRisks;
import io.cloudsyncctl.state.PlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plan that one command saved and another applies.
 *
 * @param path where it was saved
 */
public record SavedPlan(Path path, PlanFile file) {

  /**
   * The saved plan that is named in place of files; empty where these are YAML.
   *
   * @throws DiagnosticException {@code plan-file-unusable}
   */
  public static Optional<SavedPlan> named(List<Path> files) {
    if (files.size() != 1 || !PlanFile.looksLikeOne(files.getFirst())) {
      return Optional.empty();
    }
    return Optional.of(new SavedPlan(files.getFirst(), PlanFile.read(files.getFirst())));
  }

  /** Saves the plans of a run, as they were shown. */
  static void write(
      Path path, List<Reading> readings, String text, PlanningRequest planning, RunContext run) {
    ImmutableList<PlanFile.Entry> entries =
        readings.stream()
            .map(reading -> entry(reading, planning, run.state()))
            .collect(ImmutableList.toImmutableList());
    try {
      new PlanFile(run.toolVersion(), text, entries).write(path);
    } catch (IOException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              DiagnosticCode.CANNOT_WRITE,
              "the plan cannot be saved: " + e.getMessage(),
              new Location.InFile(path.toString(), 1, 1),
              null),
          e);
    }
  }

  private static PlanFile.Entry entry(Reading reading, PlanningRequest planning, StateStore state) {
    DesiredState desired = reading.desired();
    Approval approval = Approval.of(reading.plan(), reading.snapshot().live());
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    desired.files().forEach(file -> files.put(file, digest(file)));
    String reference = desired.nas().passwordReference();
    return new PlanFile.Entry(
        desired.nas().name(),
        state.identity(desired.nas()),
        reference == null ? "" : reference,
        files.buildKeepingLast(),
        digest(declared(desired)),
        declared(desired),
        PlanFile.digest(WireJson.print(reading.snapshot().raw().stateFile())),
        FactCodec.encode(approval.facts()),
        planning.prune(),
        planning.quiesce(),
        planning.recreate().stream()
            .map(AddressPattern::text)
            .collect(ImmutableList.toImmutableList()),
        approval.operations().stream()
            .map(OperationCodec::encode)
            .collect(ImmutableList.toImmutableList()),
        FoundRisks.encode(reading.plan()));
  }

  private static ImmutableList<WireValue.Members> declared(DesiredState desired) {
    return FactCodec.encode(DeclaredFacts.of(desired));
  }

  private static String digest(ImmutableList<WireValue.Members> facts) {
    return PlanFile.digest(WireJson.print(WireValue.Items.of(facts)));
  }

  /** The files that the plan was made from: those that the user had named. */
  public ImmutableList<Path> files() {
    return file.plans().stream()
        .map(entry -> Path.of(entry.files().keySet().iterator().next()))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** How it was planned. */
  public PlanningRequest planning() {
    return new PlanningRequest(
        file.plans().stream().anyMatch(PlanFile.Entry::prune),
        file.plans().stream().allMatch(PlanFile.Entry::quiesce),
        file.plans().stream()
            .flatMap(entry -> entry.recreate().stream())
            .distinct()
            .map(AddressPattern::of)
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Makes sure that the files are those that the plan was made from, that they still declare the
   * same, and that it is about this NAS.
   *
   * @throws DiagnosticException where it is not
   */
  public void check(List<DesiredState> states, RunContext run) {
    for (PlanFile.Entry entry : file.plans()) {
      entry.files().forEach(SavedPlan::checkFile);
      Optional<DesiredState> state =
          states.stream().filter(one -> one.nas().name().equals(entry.nas())).findFirst();
      if (state.isEmpty() || !run.state().identity(state.get().nas()).equals(entry.identity())) {
        throw new DiagnosticException(
            RefusalCode.PLAN_FILE_UNUSABLE.kind(),
            Diagnostic.error(
                DiagnosticCode.PLAN_FILE_UNUSABLE,
                "the saved plan is of another NAS: it was made for "
                    + entry.nas()
                    + " at "
                    + entry.identity(),
                new Location.InFile(path.toString(), 1, 1),
                "make a new one with: cloudsyncctl plan --out " + path));
      }
      checkDeclared(entry, state.get(), run.output());
    }
  }

  /** The same files may declare something else: with other variables, or in another environment. */
  private void checkDeclared(PlanFile.Entry entry, DesiredState state, RunOutput output) {
    if (digest(declared(state)).equals(entry.desired())) {
      return;
    }
    ImmutableList<StateChange> otherwise =
        StateChange.between(facts(entry.declared()), DeclaredFacts.of(state));
    output.declaredOtherwise(entry.nas(), otherwise);
    throw new DiagnosticException(
        RefusalCode.PLAN_STALE.kind(),
        Diagnostic.error(
            DiagnosticCode.PLAN_STALE,
            "the same files declare something else than when the plan was saved: variables or the"
                + " environment differ",
            new Location.OnNas(entry.nas(), null, null),
            "give apply the same --var and environment as plan had; or plan again, and look at the"
                + " new plan"));
  }

  private ImmutableList<Fact> facts(ImmutableList<WireValue.Members> objects) {
    try {
      return FactCodec.decode(objects);
    } catch (WireFormatException e) {
      throw PlanFile.unusable(path, "it cannot be read as a saved plan", e);
    }
  }

  private static void checkFile(String file, String digest) {
    if (!digest(file).equals(digest)) {
      throw new DiagnosticException(
          RefusalCode.PLAN_STALE.kind(),
          Diagnostic.error(
              DiagnosticCode.PLAN_STALE,
              "the file has changed since the plan was saved",
              new Location.InFile(file, 1, 1),
              "plan again, and look at the new plan"));
    }
  }

  /** What was approved when the plan of a NAS was saved. */
  public Approval approval(String nas) {
    PlanFile.Entry entry =
        file.plans().stream().filter(one -> one.nas().equals(nas)).findFirst().orElseThrow();
    ImmutableList.Builder<Operation> operations = ImmutableList.builder();
    try {
      for (WireValue.Members operation : entry.operations()) {
        operations.add(OperationCodec.decode(operation));
      }
    } catch (WireFormatException | IllegalArgumentException | ClassCastException e) {
      throw PlanFile.unusable(path, "it cannot be read as a saved plan", e);
    }
    return new Approval(operations.build(), facts(entry.touched()));
  }

  /** What the tasks may do to each other, as it was when every NAS of the plan was known. */
  public ImmutableListMultimap<Address, RiskFinding> found() {
    ImmutableListMultimap.Builder<Address, RiskFinding> found = ImmutableListMultimap.builder();
    try {
      for (PlanFile.Entry entry : file.plans()) {
        found.putAll(FoundRisks.decode(entry.risks()));
      }
    } catch (WireFormatException e) {
      throw PlanFile.unusable(path, "it cannot be read as a saved plan", e);
    }
    return found.build();
  }

  /** What the plan writes to and this login can no longer read; one error for each. */
  public ImmutableList<Diagnostic> unreadable(Reading now) {
    List<Address> written =
        file.plans().stream()
            .filter(entry -> entry.nas().equals(now.plan().nas()))
            .flatMap(entry -> entry.operations().stream())
            .map(SavedPlan::address)
            .toList();
    return now.plan().observations().stream()
        .filter(Observation.Unreadable.class::isInstance)
        .map(Observation.Unreadable.class::cast)
        .filter(unreadable -> written.stream().anyMatch(unreadable.address()::holds))
        .map(unreadable ->
            Diagnostic.error(
                DiagnosticCode.API_REFUSED,
                "the saved plan changes it, but it cannot be read: " + unreadable.why(),
                new Location.OnNas(now.plan().nas(), null, unreadable.address().text()),
                "did this login lose a permission since the plan was saved?"))
        .collect(ImmutableList.toImmutableList());
  }

  private static Address address(WireValue.Members operation) {
    try {
      return OperationCodec.decode(operation).address();
    } catch (WireFormatException e) {
      throw new IllegalStateException("a saved plan that was read holds only operations", e);
    }
  }

  private static String digest(String file) {
    try {
      return MoreFiles.asByteSource(Path.of(file)).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      throw new DiagnosticException(
          RefusalCode.PLAN_STALE.kind(),
          Diagnostic.error(
              DiagnosticCode.PLAN_STALE,
              "the file that the plan was made from cannot be read: " + e.getMessage(),
              new Location.InFile(file, 1, 1),
              "apply a saved plan where its files are"),
          e);
    }
  }
}
