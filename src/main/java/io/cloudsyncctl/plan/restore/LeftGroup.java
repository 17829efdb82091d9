package io.cloudsyncctl.plan.restore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One group of settings of one connection or task: all writes to it together. */
final class LeftGroup {
  private final Target target;
  private final SettingGroup group;

  /** What each parameter was before the first of them; empty where nobody knows. */
  private final Map<String, Optional<WireValue>> before = new HashMap<>();

  private final Map<String, Last> changed = new LinkedHashMap<>();

  /**
   * The last value that a parameter was given, or may have been.
   *
   * @param run who gave it
   */
  record Last(String run, WireValue value) {}

  private LeftGroup(Target target, SettingGroup group) {
    this.target = target;
    this.group = group;
  }

  /**
   * The groups that were written; tasks that were created in the course of it are not among them.
   */
  static ImmutableList<LeftGroup> of(List<PauseTrace.Written> written) {
    Map<Object, LeftGroup> groups = new LinkedHashMap<>();
    for (PauseTrace.Written one : written) {
      if (!(one.target() instanceof Target.OfTask task && task.sessionId() == null)) {
        groups
            .computeIfAbsent(
                key(one.target(), one.group()), _ -> new LeftGroup(one.target(), one.group()))
            .add(one);
      }
    }
    return ImmutableList.copyOf(groups.values());
  }

  /** The groups of a task that was created: before it nothing of it was wanted, nor unwanted. */
  static ImmutableList<LeftGroup> of(PauseTrace.Created created, Target.OfTask target) {
    ImmutableList.Builder<LeftGroup> groups = ImmutableList.builder();
    for (GroupWrite write :
        List.of(created.task().settingsWrite(), created.task().filtersWrite())) {
      LeftGroup group = new LeftGroup(target, write.group());
      for (Setting<?> setting : Catalog.of(write.group())) {
        WireValue value = write.parameters().get(setting.parameter());
        if (value != null && !value.equals(UNFILTERED.get(setting.parameter()))) {
          group.before.put(setting.parameter(), Optional.empty());
          group.changed.put(setting.parameter(), new Last(created.run(), value));
        }
      }
      groups.add(group);
    }
    return groups.build();
  }

  /** How the filters of a new task are that nobody has declared. */
  private static final ImmutableMap<String, WireValue> UNFILTERED =
      ImmutableMap.of(
          TaskSettings.FILTERED_PATHS.parameter(),
          WireValue.Items.ofTexts(ImmutableList.of()),
          TaskSettings.FILTERED_FILENAMES.parameter(),
          WireValue.Items.ofTexts(ImmutableList.of()),
          TaskSettings.FILTERED_EXTENSIONS.parameter(),
          WireValue.Items.ofTexts(ImmutableList.of()),
          TaskSettings.MAX_UPLOAD_SIZE.parameter(),
          WireValue.of(0L));

  private void add(PauseTrace.Written one) {
    for (Setting<?> setting : Catalog.of(group)) {
      String name = setting.parameter();
      boolean told = one.preImage().containsKey(name);
      @Nullable WireValue was = told ? one.preImage().get(name) : one.recorded().get(name);
      @Nullable WireValue wrote = one.parameters().get(name);
      before.putIfAbsent(name, Optional.ofNullable(was));
      if (wrote != null
          && (told || one.happened())
          && (differs(name, was, wrote) || differs(name, was, one.readBack().get(name)))) {
        changed.put(name, new Last(one.run(), wrote));
      }
    }
  }

  private boolean differs(String name, @Nullable WireValue was, @Nullable WireValue now) {
    return now != null
        && (was == null
            || !GroupComparison.differing(group, ImmutableMap.of(name, was), Map.of(name, now))
                .isEmpty());
  }

  Target target() {
    return target;
  }

  SettingGroup group() {
    return group;
  }

  /** What it is the group of; one group has one key, whatever its connection is called. */
  Object key() {
    return key(target, group);
  }

  private static Object key(Target target, SettingGroup group) {
    return switch (target) {
      case Target.OfPackage _, Target.OfConnection _ -> List.of(group);
      case Target.OfTask task -> List.of(group, String.valueOf(task.sessionId()), task.paths());
    };
  }

  /** The last value of a setting that any of the writes changed. */
  Optional<Last> changed(Setting<?> setting) {
    return Optional.ofNullable(changed.get(setting.parameter()));
  }

  /** What a setting was before all of them; empty where nobody knows. */
  <T> Optional<T> before(Setting<T> setting) {
    return before.getOrDefault(setting.parameter(), Optional.empty()).flatMap(setting::kept);
  }
}
