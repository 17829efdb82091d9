package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.RiskFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Risks that no plan shows by itself: tasks that overlap or work against each other, on one NAS or
 * on two of a run.
 *
 * <p>A finding belongs to the change that brings it about, so that somebody has to accept it. Where
 * no change does, the tasks overlap already: then it is told, and nothing is refused. A NAS that
 * was not reached is not checked, and that is told as well.
 */
public final class FleetRiskRules {
  private final ImmutableList<View> views;
  private final Map<Address, Set<RiskFinding>> findings = new HashMap<>();
  private final Map<Address, List<String>> remarks = new TreeMap<>();

  /** One NAS of a run: what it is set to and what is planned for it. */
  public record View(LiveState live, Plan plan) {}

  private FleetRiskRules(ImmutableList<View> views) {
    this.views = views;
  }

  /**
   * The same plans, with what their tasks may do to each other.
   *
   * @param notReached the NAS of the run of which nothing is known
   * @param foundEarlier what was found when all of them were known; it holds on while one is not
   */
  public static ImmutableList<Plan> judge(
      ImmutableList<View> views,
      ImmutableList<String> notReached,
      ImmutableListMultimap<Address, RiskFinding> foundEarlier) {
    FleetRiskRules rules = new FleetRiskRules(views);
    rules.compare();
    if (!notReached.isEmpty()) {
      foundEarlier.forEach(rules::find);
    }
    return views.stream()
        .map(view -> rules.judged(view.plan(), notReached))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The plan of one, with what its tasks may do to each other and to those of others. The others
   * are not compared with each other.
   */
  public static Plan judge(
      View one,
      ImmutableList<View> others,
      ImmutableList<String> notReached,
      ImmutableListMultimap<Address, RiskFinding> foundEarlier) {
    FleetRiskRules rules = new FleetRiskRules(ImmutableList.of(one));
    rules.compare();
    List<PlannedTask> own = PlannedTask.of(one.live(), one.plan());
    for (View other : others) {
      for (PlannedTask task : PlannedTask.of(other.live(), other.plan())) {
        own.forEach(mine -> rules.compare(mine, task));
      }
    }
    if (!notReached.isEmpty()) {
      foundEarlier.forEach(rules::find);
    }
    return rules.judged(one.plan(), notReached);
  }

  private void compare() {
    List<PlannedTask> tasks = new ArrayList<>();
    views.forEach(view -> tasks.addAll(PlannedTask.of(view.live(), view.plan())));
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        compare(tasks.get(i), tasks.get(j));
      }
    }
  }

  private void compare(PlannedTask one, PlannedTask other) {
    if (one.sharesLocalFolder(other) && one.carriesDeletionsThrough(other)) {
      // One that only sends up what is there does no harm to the other.
      note(one, other, PlanRisk.SHARED_LOCAL_FOLDER, PlannedTask::changesFolder);
    }
    if (one.sharesCloudFolder(other) && one.changesCloud() && other.changesCloud()) {
      note(one, other, PlanRisk.SHARED_CLOUD_FOLDER, PlannedTask::changesCloud);
    }
  }

  private void note(
      PlannedTask one, PlannedTask other, PlanRisk risk, Predicate<PlannedTask> endangers) {
    if (!one.broughtAbout() && !other.broughtAbout()) {
      remarks
          .computeIfAbsent(one.address(), _ -> new ArrayList<>())
          .add(risk.reason(other.address().text()));
      return;
    }
    if (one.broughtAbout()) {
      find(one.address(), finding(risk, other, endangers.test(one)));
    }
    if (other.broughtAbout()) {
      find(other.address(), finding(risk, one, endangers.test(other)));
    }
  }

  private static RiskFinding finding(PlanRisk risk, PlannedTask met, boolean endangered) {
    return new RiskFinding(
        risk.risk(),
        risk.reason(met.address().text()),
        endangered ? new RiskFinding.OtherTask(met.connectionId(), met.address()) : null);
  }

  private void find(Address task, RiskFinding finding) {
    Set<RiskFinding> found = findings.computeIfAbsent(task, _ -> new LinkedHashSet<>());
    found.add(finding);
  }

  /** What a change brings that hangs on the tasks of other NAS as well. */
  public static ImmutableList<RiskFinding> found(Change change) {
    return switch (change) {
      case Change.Create create -> create.risks();
      case Change.Update update ->
          update.fields().stream()
              .filter(field -> field.setting().equals(TaskSettings.SYNC_DIRECTION))
              .flatMap(field -> field.risks().stream())
              .collect(ImmutableList.toImmutableList());
      case Change.Delete _, Change.Pause _, Change.Resume _, Change.Manual _ -> ImmutableList.of();
    };
  }

  private Plan judged(Plan plan, ImmutableList<String> notReached) {
    ImmutableList<Change> changes =
        plan.changes().stream().map(this::judged).collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<Observation> observations =
        ImmutableList.<Observation>builder().addAll(plan.observations());
    remarks.forEach((address, texts) -> {
      if (address.nas().equals(plan.nas())) {
        texts.forEach(text -> observations.add(new Observation.Remark(address, text)));
      }
    });
    if (!notReached.isEmpty()) {
      observations.add(
          new Observation.Remark(
              Address.ofPackage(plan.nas()),
              "not checked against the tasks of "
                  + String.join(", ", notReached)
                  + ", of which nothing is known"));
    }
    return plan.with(changes, observations.build());
  }

  private Change judged(Change change) {
    Set<RiskFinding> more = findings.get(change.address());
    if (more == null) {
      return change;
    }
    return switch (change) {
      case Change.Create create ->
          new Change.Create(
              create.address(),
              create.connection(),
              create.connectionPaused(),
              create.task(),
              create.fields(),
              ImmutableList.copyOf(more),
              create.at(),
              create.blocked());
      case Change.Update update ->
          new Change.Update(
              update.address(),
              update.target(),
              update.group(),
              update.fields().stream()
                  .map(field -> judged(field, more))
                  .collect(ImmutableList.toImmutableList()),
              update.write(),
              update.blocked());
      case Change.Delete _, Change.Pause _, Change.Resume _, Change.Manual _ -> change;
    };
  }

  private static <T> FieldChange<T> judged(FieldChange<T> field, Set<RiskFinding> more) {
    return field.setting().equals(TaskSettings.SYNC_DIRECTION)
        ? new FieldChange<>(
            field.setting(),
            field.before(),
            field.after(),
            field.at(),
            ImmutableList.copyOf(
                ImmutableSet.<RiskFinding>builder().addAll(field.risks()).addAll(more).build()))
        : field;
  }
}
