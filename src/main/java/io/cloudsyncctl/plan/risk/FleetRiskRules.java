package io.cloudsyncctl.plan.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.PlanRisk;
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
 * on two of a run, under whatever names the run has for them.
 *
 * <p>A finding belongs to the change that brings it about, so that somebody has to accept it. Where
 * no change does, the tasks overlap already: then it is told, and nothing is refused. Of a NAS that
 * was not reached, and of what cannot be read, that which is declared counts as being there; what
 * else there may be is not checked, and that is told as well.
 */
public final class FleetRiskRules {
  private final Map<Address, Set<RiskFinding>> findings = new HashMap<>();
  private final Map<Address, Set<String>> remarks = new TreeMap<>();

  /** One NAS of a run: how it shall be, what it is set to and what is planned for it. */
  public record View(DesiredState desired, LiveState live, Plan plan) {

    /** The NAS itself, which a run may know by several names. */
    String device() {
      return desired.nas().device();
    }

    /**
     * Whether there may be connections that are not seen. Where the plan turns the administrator's
     * view on, everything is read and judged once more before anything else is written.
     */
    boolean hidesConnections() {
      return live.incomplete() != null
          || (!live.adminView() && plan.changes().stream().noneMatch(View::turnsAdminModeOn));
    }

    private static boolean turnsAdminModeOn(Change change) {
      return change instanceof Change.Update update
          && update.fields().stream()
              .anyMatch(field ->
                  field.setting().equals(PackageSettings.ADMIN_MODE)
                      && Boolean.TRUE.equals(field.after()));
    }
  }

  private FleetRiskRules() {}

  /** The same plans, with what their tasks may do to each other. */
  public static ImmutableList<Plan> judge(ImmutableList<View> views, NotReached notReached) {
    FleetRiskRules rules = new FleetRiskRules();
    List<PlannedTask> tasks = new ArrayList<>();
    DeviceViews all = new DeviceViews(views);
    views.forEach(view -> tasks.addAll(all.tasks(view)));
    rules.compareAll(tasks);
    rules.compare(tasks, notReached.tasks());
    notReached.foundAgain().forEach(rules::find);
    return views.stream()
        .map(view -> rules.judged(view, notReached))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The plan of one, with what its tasks may do to each other and to those of others. The others
   * are not compared with each other.
   */
  public static Plan judge(View one, ImmutableList<View> others, NotReached notReached) {
    FleetRiskRules rules = new FleetRiskRules();
    DeviceViews all =
        new DeviceViews(ImmutableList.<View>builder().add(one).addAll(others).build());
    ImmutableList<PlannedTask> own = all.tasks(one);
    rules.compareAll(own);
    others.forEach(other -> rules.compare(own, all.tasks(other)));
    rules.compare(own, notReached.tasks());
    notReached.foundAgain().forEach(rules::find);
    return rules.judged(one, notReached);
  }

  private void compareAll(List<PlannedTask> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        compare(tasks.get(i), tasks.get(j));
      }
    }
  }

  private void compare(List<PlannedTask> some, List<PlannedTask> others) {
    some.forEach(one -> others.forEach(other -> compare(one, other)));
  }

  private void compare(PlannedTask one, PlannedTask other) {
    if (one.isNeverBeside(other)) {
      return;
    }
    if (one.sharesLocalFolder(other) && one.carriesDeletionsThrough(other)) {
      // One that only sends up what is there does no harm to the other.
      boolean certain = one.seen() && other.seen();
      note(
          one,
          other,
          certain ? PlanRisk.SHARED_LOCAL_FOLDER : PlanRisk.MAYBE_SHARED_LOCAL_FOLDER,
          PlannedTask::changesFolder);
    }
    CloudPlace.Likeness cloud = one.sharesCloudFolder(other);
    if (cloud != CloudPlace.Likeness.DIFFERENT && one.changesCloud() && other.changesCloud()) {
      boolean certain = cloud == CloudPlace.Likeness.SAME && one.seen() && other.seen();
      note(
          one,
          other,
          certain ? PlanRisk.SHARED_CLOUD_FOLDER : PlanRisk.MAYBE_SHARED_CLOUD_FOLDER,
          PlannedTask::changesCloud);
    }
  }

  private void note(
      PlannedTask one, PlannedTask other, PlanRisk risk, Predicate<PlannedTask> endangers) {
    if (!one.broughtAbout() && !other.broughtAbout()) {
      // What is not seen is there as it was before, so nobody has to be told of it each time.
      if (one.seen() && other.seen()) {
        remarks
            .computeIfAbsent(one.address(), _ -> new LinkedHashSet<>())
            .add(words(risk, one, other));
      }
      return;
    }
    if (one.broughtAbout()) {
      find(one.address(), finding(risk, one, other, endangers.test(one)));
    }
    if (other.broughtAbout()) {
      find(other.address(), finding(risk, other, one, endangers.test(other)));
    }
  }

  private static RiskFinding finding(
      PlanRisk risk, PlannedTask own, PlannedTask met, boolean endangered) {
    return new RiskFinding(
        risk.risk(),
        words(risk, own, met),
        endangered ? new RiskFinding.OtherTask(met.connectionId(), met.address()) : null);
  }

  private static String words(PlanRisk risk, PlannedTask own, PlannedTask met) {
    return risk.reason(
        switch (risk) {
          case MAYBE_SHARED_LOCAL_FOLDER, MAYBE_SHARED_CLOUD_FOLDER -> own.doubtAbout(met);
          case SHARED_LOCAL_FOLDER,
              SHARED_CLOUD_FOLDER,
              TASK_REMOVED,
              CONNECTION_REMOVED,
              PRUNED,
              LEFT_SETTING,
              LEFT_TASK_CREATED,
              LEFT_TASK_REMOVED,
              LEFT_UNKNOWN ->
              met.address().text();
        });
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

  private Plan judged(View view, NotReached notReached) {
    Plan plan = view.plan();
    ImmutableList<Change> changes =
        plan.changes().stream().map(this::judged).collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<Observation> observations =
        ImmutableList.<Observation>builder().addAll(plan.observations());
    remarks.forEach((address, texts) -> {
      if (address.nas().equals(plan.nas())) {
        texts.forEach(text -> observations.add(new Observation.Remark(address, text)));
      }
    });
    notReached
        .remark()
        .ifPresent(
            text -> observations.add(new Observation.Remark(Address.ofPackage(plan.nas()), text)));
    if (view.hidesConnections() && changes.stream().anyMatch(FleetRiskRules::bringsAbout)) {
      observations.add(
          new Observation.Remark(
              Address.ofPackage(plan.nas()),
              "not checked against connections that "
                  + (view.live().incomplete() == null
                      ? "this login does not see"
                      : "the NAS does not list in full")
                  + ", but for what is declared of them"));
    }
    return plan.with(changes, observations.build());
  }

  /** Whether a task is created or changes its direction. */
  private static boolean bringsAbout(Change change) {
    return switch (change) {
      case Change.Create _ -> true;
      case Change.Update update ->
          update.fields().stream()
              .anyMatch(field -> field.setting().equals(TaskSettings.SYNC_DIRECTION));
      case Change.Delete _, Change.Pause _, Change.Resume _, Change.Manual _ -> false;
    };
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
          update.with(
              update.fields().stream()
                  .map(field -> judged(field, more))
                  .collect(ImmutableList.toImmutableList()));
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
