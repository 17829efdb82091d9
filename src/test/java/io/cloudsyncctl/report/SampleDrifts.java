package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs of drift in which what differs and what counts are not the same. */
final class SampleDrifts {
  private SampleDrifts() {}

  static ImmutableMap<String, RunReport> all() {
    return ImmutableMap.of(
        "ignored-danger",
        drift(2, false, at -> at.equals("sync_direction"), mixed("office")),
        "all-ignored",
        drift(0, false, _ -> true, mixed("office")),
        "ignored-and-undeclared",
        drift(2, true, at -> !at.equals("declared"), mixed("office"), undeclared("home")),
        "undeclared-and-unreadable",
        drift(2, true, _ -> false, unreadable("attic"), undeclared("home"), named("office")),
        "undeclared-ignored",
        drift(2, true, at -> at.equals("declared"), undeclared("home"), unreadable("attic")));
  }

  /** A run that ignores what is of the given aspects. */
  private static RunReport drift(
      int code, boolean undeclared, Predicate<String> ignored, Plan... plans) {
    ImmutableList.Builder<NasReport> nas = ImmutableList.builder();
    for (Plan plan : plans) {
      AssessedPlan assessed =
          AssessedPlan.of(
              plan,
              undeclared,
              difference ->
                  new Finding(
                      difference,
                      Attribution.UNATTRIBUTED,
                      Optional.empty(),
                      ignored.test(difference.aspect())
                          ? new Standing.Ignored(ignore(difference))
                          : new Standing.Counts()));
      nas.add(SampleReports.nas(assessed, Optional.empty()));
    }
    return new RunReport(Verb.DRIFT, facts(code, undeclared), nas.build(), ImmutableList.of());
  }

  private static RunFacts facts(int code, boolean undeclared) {
    RunFacts facts = SampleReports.facts(code);
    return new RunFacts(
        facts.toolVersion(),
        facts.started(),
        facts.took(),
        facts.sources(),
        facts.git(),
        facts.baseline(),
        undeclared,
        code,
        facts.cutShort());
  }

  private static Ignore ignore(Difference difference) {
    return new Ignore(
        difference.address().text(),
        "anna@example.org",
        "agreed until the move",
        LocalDate.parse("2027-01-31"),
        SamplePlans.at(3));
  }

  /** A direction that may delete files and, in the same task and the next, what is harmless. */
  private static Plan mixed(String nas) {
    Address connection = Address.ofConnection(nas, "Dropbox", null);
    return new Plan(
        nas,
        ImmutableList.of(
            SamplePlans.update(
                connection,
                SamplePlans.DROPBOX_TARGET,
                SamplePlans.known(ConnectionSettings.PULL_EVENT_PERIOD, 60L, 300L, 25),
                SamplePlans.known(ConnectionSettings.MAX_UPLOAD_SPEED, 0L, 2048L, 26)),
            SamplePlans.update(
                connection.task(SamplePlans.DOCS),
                new Target.OfTask(SamplePlans.DROPBOX_TARGET, 4L, SamplePlans.DOCS, "f4"),
                SamplePlans.known(
                    TaskSettings.SYNC_DIRECTION,
                    SyncDirection.ONLY_DOWNLOAD,
                    SyncDirection.BIDIRECTION,
                    38),
                SamplePlans.known(TaskSettings.CONSISTENCY_CHECK, false, true, 39))),
        ImmutableList.of());
  }

  private static Plan undeclared(String nas) {
    Address connection = Address.ofConnection(nas, "Google Drive", null);
    return new Plan(
        nas,
        ImmutableList.of(),
        ImmutableList.of(
            new Observation.Unmanaged(connection, 3, null),
            new Observation.Unmanaged(
                connection.task(new TaskPaths("/homes/anna", "/My Drive/anna")), 3, 8L)));
  }

  private static Plan unreadable(String nas) {
    Address connection = Address.ofConnection(nas, "Dropbox", null);
    return new Plan(
        nas,
        ImmutableList.of(),
        ImmutableList.of(
            new Observation.Unmanaged(Address.ofConnection(nas, "Box", null), 4, null),
            new Observation.Unreadable(
                connection,
                "settings.max_upload_speed: get_connection_setting answers 105",
                SamplePlans.at(26)),
            new Observation.Unreadable(
                connection.task(SamplePlans.DOCS),
                "its tasks cannot be read: list_sess answers 105",
                SamplePlans.at(25))));
  }

  private static Plan named(String nas) {
    return new Plan(
        nas,
        ImmutableList.of(
            new Change.Manual(
                Address.ofConnection(nas, "Dropbox", null),
                "link the connection",
                ImmutableList.of("Open Cloud Sync."),
                SamplePlans.at(20))),
        ImmutableList.of());
  }
}
