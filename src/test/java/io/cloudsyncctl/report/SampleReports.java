package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.History;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Inventory;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.GitFacts;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.PlanTextRendererTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs made by hand, one for each thing that a report has to say. */
public final class SampleReports {
  private static final Instant STARTED = Instant.parse("2026-11-24T06:00:00Z");
  private static final Target.OfTask DOCS_TARGET =
      new Target.OfTask(SamplePlans.DROPBOX_TARGET, 4L, SamplePlans.DOCS, "f4");
  private static final RunFacts FACTS =
      new RunFacts(
          "1.2.3",
          STARTED,
          Duration.ofMillis(1234),
          ImmutableList.of("office.yaml"),
          Optional.of(
              new GitFacts("0123456789abcdef0123456789abcdef01234567", Optional.of("main"), false)),
          Optional.empty(),
          false,
          0,
          Optional.empty());

  private SampleReports() {}

  /** All of them, by name. */
  public static ImmutableMap<String, RunReport> all() {
    return ImmutableMap.<String, RunReport>builder()
        .put("in-sync", plan(Verb.PLAN, 0, SamplePlans.empty("office")))
        .put("one-setting", plan(Verb.PLAN, 2, oneSetting()))
        .put("schedule", plan(Verb.PLAN, 2, schedule()))
        .put("every-kind", plan(Verb.PLAN, 2, SamplePlans.office()))
        .put("fleet", fleet())
        .put("drift", drift())
        .put("applied", applied())
        .put("partly-applied", partlyApplied())
        .put("refused", refused())
        .put("cut-short", cutShort())
        .put("bad-input", badInput())
        .put("hostile", plan(Verb.DRIFT, 2, hostile()))
        .putAll(SampleDrifts.all())
        .buildOrThrow();
  }

  /** One of them. */
  public static RunReport get(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  /** A plan of so many changes, each of a task of its own. */
  public static RunReport large(int changes) {
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      TaskPaths paths = new TaskPaths("/share/folder " + i, "/cloud/folder " + i);
      Target target = new Target.OfTask(SamplePlans.DROPBOX_TARGET, (long) i, paths, "f");
      Address address = SamplePlans.DROPBOX.task(paths);
      all.add(
          i % 7 == 0
              ? SamplePlans.update(
                  address,
                  target,
                  SamplePlans.known(
                      TaskSettings.FILTERED_PATHS,
                      ImmutableList.of("/old " + i),
                      ImmutableList.of("/new " + i),
                      i + 1))
              : SamplePlans.update(
                  Address.ofConnection("office", "Cloud " + i, null),
                  new Target.OfConnection(
                      new ConnectionIdentity(i, "Cloud " + i, "db", "me", "u1")),
                  SamplePlans.known(ConnectionSettings.PULL_EVENT_PERIOD, 60L, 61L + i, i + 1)));
    }
    return plan(Verb.PLAN, 2, SamplePlans.of(all.toArray(Change[]::new)));
  }

  /** A drift report of one connection that bears the given name. */
  public static RunReport named(String name) {
    return plan(
        Verb.DRIFT,
        2,
        SamplePlans.of(
            SamplePlans.update(
                Address.ofConnection("office", name, null),
                new Target.OfConnection(new ConnectionIdentity(3, name, "db", "me", "u1")),
                SamplePlans.known(ConnectionSettings.PULL_EVENT_PERIOD, 60L, 300L, 25))));
  }

  /** A plan without changes for a NAS of the given name. */
  public static RunReport ofNas(String name) {
    return plan(Verb.PLAN, 0, SamplePlans.empty(name));
  }

  private static RunReport plan(Verb verb, int code, Plan... plans) {
    ImmutableList.Builder<NasReport> nas = ImmutableList.builder();
    for (Plan plan : plans) {
      nas.add(nas(AssessedPlan.of(plan), Optional.empty()));
    }
    return new RunReport(verb, facts(code), nas.build(), ImmutableList.of());
  }

  public static RunFacts facts(int code) {
    return new RunFacts(
        FACTS.toolVersion(),
        FACTS.started(),
        FACTS.took(),
        FACTS.sources(),
        FACTS.git(),
        FACTS.baseline(),
        false,
        code,
        FACTS.cutShort());
  }

  static NasReport nas(AssessedPlan assessed, Optional<Applied> applied) {
    String name = assessed.plan().nas();
    return new NasReport(
        name,
        ImmutableList.of(name + ".yaml", "base/throttle.yaml"),
        new NasOutcome.Done<>(name, assessed),
        parts(assessed.plan(), assessed.findings()),
        applied);
  }

  /** What is declared and differs, and two things that do not. */
  private static ImmutableList<ManagedAspect> parts(Plan plan, List<Finding> findings) {
    List<ManagedAspect> parts = new ArrayList<>();
    Address inSync = Address.ofConnection(plan.nas(), "Backblaze", null);
    parts.add(
        new ManagedAspect(
            inSync,
            ManagedAspect.Aspect.CONNECTION,
            ManagedAspect.State.IN_SYNC,
            SamplePlans.at(100)));
    parts.add(
        new ManagedAspect(
            inSync,
            ManagedAspect.Aspect.SETTINGS,
            ManagedAspect.State.IN_SYNC,
            SamplePlans.at(101)));
    for (Finding finding : findings) {
      Difference difference = finding.difference();
      ManagedAspect.State state =
          !finding.counts()
              ? ManagedAspect.State.IGNORED
              : switch (difference) {
                case Difference.Unseen _ -> ManagedAspect.State.UNREADABLE;
                case Difference.Undeclared _ -> ManagedAspect.State.UNMANAGED;
                case Difference.OfSetting _, Difference.OfWhole _ ->
                    switch (finding.attribution()) {
                      case PENDING -> ManagedAspect.State.PENDING;
                      case DRIFT, BOTH -> ManagedAspect.State.DRIFT;
                      case UNATTRIBUTED -> ManagedAspect.State.DIFFERS;
                    };
              };
      ManagedAspect part =
          new ManagedAspect(
              difference.address(), Inventory.aspect(difference), state, difference.at());
      if (parts.stream()
          .noneMatch(
              other -> other.address().equals(part.address()) && other.aspect() == part.aspect())) {
        parts.add(part);
      }
    }
    for (Observation observation : plan.observations()) {
      if (observation instanceof Observation.Unverifiable one) {
        parts.add(
            new ManagedAspect(
                one.address(),
                ManagedAspect.Aspect.DIRECTION,
                ManagedAspect.State.UNVERIFIABLE,
                one.at()));
      } else if (observation instanceof Observation.Unmanaged(Address address, var _, var _)) {
        parts.add(
            new ManagedAspect(
                address,
                address.task() == null
                    ? ManagedAspect.Aspect.CONNECTION
                    : ManagedAspect.Aspect.TASK,
                ManagedAspect.State.UNMANAGED,
                null));
      }
    }
    return ImmutableList.copyOf(parts);
  }

  private static Plan oneSetting() {
    return SamplePlans.of(
        SamplePlans.update(
            SamplePlans.DROPBOX,
            SamplePlans.DROPBOX_TARGET,
            SamplePlans.known(ConnectionSettings.PULL_EVENT_PERIOD, 60L, 300L, 25)));
  }

  private static Plan schedule() {
    return SamplePlans.of(
        SamplePlans.update(
            SamplePlans.DROPBOX,
            SamplePlans.DROPBOX_TARGET,
            SamplePlans.known(ConnectionSettings.SCHEDULE_ENABLED, false, true, 31),
            SamplePlans.known(
                ConnectionSettings.SCHEDULE_HOURS,
                SamplePlans.weekdays(),
                SamplePlans.nights(),
                32)));
  }

  private static RunReport fleet() {
    NasOutcome<Plan> failed = SamplePlans.unreachable("branch");
    NasReport unreachable =
        new NasReport(
            "branch",
            ImmutableList.of("branch.yaml"),
            failed.map(AssessedPlan::of),
            ImmutableList.of(
                new ManagedAspect(
                    Address.ofConnection("branch", "Dropbox", null),
                    ManagedAspect.Aspect.CONNECTION,
                    ManagedAspect.State.UNREACHABLE,
                    new Location.InFile("branch.yaml", 9, 5))),
            Optional.empty());
    ImmutableList<Diagnostic> diagnostics =
        switch (failed) {
          case NasOutcome.Failed<Plan> failure -> failure.diagnostics();
          case NasOutcome.Done<Plan> _ -> ImmutableList.of();
        };
    Plan one = oneSetting();
    Plan home = SamplePlans.empty("home");
    return new RunReport(
        Verb.PLAN,
        facts(5),
        ImmutableList.of(
            nas(AssessedPlan.of(one), Optional.empty()),
            unreachable,
            nas(AssessedPlan.of(home), Optional.empty())),
        diagnostics);
  }

  /** Every attribution and standing, with history. */
  private static RunReport drift() {
    AtomicInteger next = new AtomicInteger();
    AssessedPlan assessed =
        AssessedPlan.of(
            SamplePlans.office(), true, difference -> found(difference, next.getAndIncrement()));
    RunFacts facts =
        new RunFacts(
            FACTS.toolVersion(),
            STARTED,
            FACTS.took(),
            FACTS.sources(),
            FACTS.git(),
            Optional.of("the Git revision v1.0 (fedcba9)"),
            true,
            2,
            Optional.empty());
    return new RunReport(
        Verb.DRIFT, facts, ImmutableList.of(nas(assessed, Optional.empty())), ImmutableList.of());
  }

  private static Finding found(Difference difference, int number) {
    Ignore ignore =
        new Ignore(
            difference.address().text(),
            "anna@example.org",
            "agreed until the move",
            LocalDate.parse(number % 5 == 3 ? "2027-01-31" : "2026-10-31"),
            new Location.InFile("ignores.yaml", 3 + number, 5));
    Standing standing =
        switch (number % 5) {
          case 3 -> new Standing.Ignored(ignore);
          case 4 -> new Standing.Lapsed(ignore);
          default -> new Standing.Counts();
        };
    return new Finding(
        difference,
        Attribution.values()[number % Attribution.values().length],
        number % 3 == 0
            ? Optional.empty()
            : Optional.of(
                new History(STARTED.minus(Duration.ofDays(number)), number + 1, number % 3)),
        standing);
  }

  private static RunReport applied() {
    Plan plan = oneSetting();
    ApplyResult result =
        new ApplyResult(
            "office",
            ImmutableList.of(new OperationOutcome.Done(write(plan))),
            SamplePlans.empty("office"),
            ImmutableList.of());
    return new RunReport(
        Verb.APPLY,
        facts(0),
        ImmutableList.of(
            nas(
                AssessedPlan.of(plan),
                Optional.of(new Applied(Applied.Status.APPLIED, Optional.of(result))))),
        ImmutableList.of());
  }

  private static Operation write(Plan plan) {
    Change change = plan.changes().getFirst();
    if (change instanceof Change.Update update && update.write() != null) {
      return new Operation.WriteGroup(update.address(), update.target(), update.write(), false);
    }
    throw new IllegalArgumentException("the first change writes nothing");
  }

  private static RunReport partlyApplied() {
    Plan plan =
        SamplePlans.of(
            oneSetting().changes().getFirst(),
            SamplePlans.update(
                Address.ofPackage("office"),
                new Target.OfPackage(),
                SamplePlans.known(PackageSettings.WORKERS, 3L, 8L, 16)));
    Diagnostic timeOut =
        Diagnostic.error(
            DiagnosticCode.NAS_TIMEOUT,
            "no answer came within 30 s",
            new Location.OnNas("office", "set_connection_setting", "connection \"Dropbox\""),
            "apply again: the NAS is read first");
    ApplyResult result =
        new ApplyResult(
            "office",
            ImmutableList.of(
                new OperationOutcome.Done(write(SamplePlans.of(plan.changes().get(1)))),
                new OperationOutcome.Failed(write(plan), timeOut, true)),
            oneSetting(),
            ImmutableList.of());
    return new RunReport(
        Verb.APPLY,
        facts(4),
        ImmutableList.of(
            nas(
                AssessedPlan.of(plan),
                Optional.of(new Applied(Applied.Status.PARTLY_APPLIED, Optional.of(result))))),
        ImmutableList.of(timeOut));
  }

  private static RunReport refused() {
    Plan plan =
        SamplePlans.of(
            SamplePlans.update(
                SamplePlans.DROPBOX.task(SamplePlans.DOCS),
                DOCS_TARGET,
                SamplePlans.known(
                    TaskSettings.SYNC_DIRECTION,
                    SyncDirection.ONLY_DOWNLOAD,
                    SyncDirection.BIDIRECTION,
                    38)),
            new Change.Delete(
                SamplePlans.ARCHIVE,
                SamplePlans.ARCHIVE_TARGET,
                ImmutableList.of(SamplePlans.ARCHIVE.task(SamplePlans.YEAR)),
                ImmutableList.of(),
                ImmutableList.of(
                    new RiskFinding(Risk.DISCONNECT, "the connection is unlinked with its task")),
                SamplePlans.at(60)));
    Diagnostic refusal =
        Diagnostic.error(
            DiagnosticCode.RISK_NOT_ACCEPTED,
            SamplePlans.DROPBOX.task(SamplePlans.DOCS).text() + ": it may delete files",
            SamplePlans.at(38),
            "look at it, then add --accept-risk 'data-loss:"
                + SamplePlans.DROPBOX.task(SamplePlans.DOCS).text()
                + "'");
    return new RunReport(
        Verb.APPLY,
        facts(3),
        ImmutableList.of(
            nas(
                AssessedPlan.of(plan),
                Optional.of(new Applied(Applied.Status.REFUSED, Optional.empty())))),
        ImmutableList.of(refusal));
  }

  private static RunReport cutShort() {
    Plan plan = oneSetting();
    RunFacts facts =
        new RunFacts(
            FACTS.toolVersion(),
            STARTED,
            FACTS.took(),
            FACTS.sources(),
            Optional.empty(),
            Optional.empty(),
            false,
            1,
            Optional.of("it was interrupted"));
    return new RunReport(
        Verb.APPLY,
        facts,
        ImmutableList.of(
            nas(
                AssessedPlan.of(plan),
                Optional.of(new Applied(Applied.Status.NOT_BEGUN, Optional.empty())))),
        ImmutableList.of());
  }

  private static RunReport badInput() {
    return new RunReport(
        Verb.PLAN,
        facts(65),
        ImmutableList.of(),
        ImmutableList.of(
            Diagnostic.error(
                DiagnosticCode.UNKNOWN_KEY,
                "there is no key \"conections\" here",
                new Location.InFile("office.yaml", 12, 1),
                "did you mean connections?"),
            Diagnostic.warning(
                DiagnosticCode.EMPTY_SCHEDULE,
                "the schedule is enabled, but no hour is on",
                new Location.InFile("office.yaml", 40, 7),
                null)));
  }

  /** Names that want to be something else in each medium. */
  private static Plan hostile() {
    List<Change> changes = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    int line = 1;
    for (String word : PlanTextRendererTest.HOSTILE_WORDS) {
      Address connection = Address.ofConnection("office", word, null);
      TaskPaths paths = new TaskPaths("/share/" + word, "/" + word);
      changes.add(
          SamplePlans.update(
              connection,
              new Target.OfConnection(new ConnectionIdentity(line, word, "db", "me", "u1")),
              SamplePlans.known(ConnectionSettings.NAME, "before " + word, word, line++)));
      changes.add(
          SamplePlans.update(
              connection.task(paths),
              new Target.OfTask(
                  new Target.OfConnection(new ConnectionIdentity(line, word, "db", "me", "u1")),
                  (long) line,
                  paths,
                  "f"),
              SamplePlans.known(
                  TaskSettings.FILTERED_FILENAMES,
                  ImmutableList.of(),
                  ImmutableList.of(word),
                  line++)));
      observations.add(
          new Observation.Unmanaged(Address.ofConnection("office", word, word), 1, null));
      observations.add(new Observation.Remark(connection, "it is called " + word));
    }
    return new Plan("office", ImmutableList.copyOf(changes), ImmutableList.copyOf(observations));
  }
}
