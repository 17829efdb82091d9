package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.FilterBookkeeping;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.SetParameters;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the declared settings of one subject with the live ones, group by group.
 *
 * <p>A setter replaces its whole group, so one difference writes the group: declared values where
 * there are any, everything else exactly as it was read. A value that can neither be read nor is
 * declared cannot be written, and is never invented: such a change is blocked.
 */
public final class GroupDiffer {
  private final Address address;
  private final Target target;
  private final DeclaredSettings declared;
  private final LiveSettings live;
  private final Optional<SettingsRecord.Entry> recorded;
  private final @Nullable LiveTask task;
  private final Optional<SettingsRecord.Relink> relink;
  private final List<Change> changes = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();

  private GroupDiffer(
      Address address,
      Target target,
      DeclaredSettings declared,
      LiveSettings live,
      Optional<SettingsRecord.Entry> recorded,
      @Nullable LiveTask task,
      Optional<SettingsRecord.Relink> relink) {
    this.address = address;
    this.target = target;
    this.declared = declared;
    this.live = live;
    this.recorded = recorded;
    this.task = task;
    this.relink = relink;
  }

  /** Compares a connection's settings. */
  static GroupDiffer ofConnection(
      Address address, Target target, DeclaredSettings declared, LiveSettings live) {
    return new GroupDiffer(
        address, target, declared, live, Optional.empty(), null, Optional.empty());
  }

  /** Compares the package's settings; the record speaks where relinking does not read back. */
  static GroupDiffer ofPackage(
      Address address,
      DeclaredSettings declared,
      LiveSettings live,
      Optional<SettingsRecord.Relink> relink) {
    return new GroupDiffer(
        address, new Target.OfPackage(), declared, live, Optional.empty(), null, relink);
  }

  /** Compares a task's settings, for which the record speaks where no getter does. */
  static GroupDiffer ofTask(
      Address address,
      Target target,
      DeclaredSettings declared,
      LiveTask task,
      Optional<SettingsRecord.Entry> recorded) {
    return new GroupDiffer(
        address, target, declared, task.settings(), recorded, task, Optional.empty());
  }

  /** Adds what differs, and what is worth knowing, to the two lists. */
  void diff(List<Change> changesOut, List<Observation> observationsOut) {
    for (SettingGroup group : SettingGroup.values()) {
      List<FieldChange<?>> fields = new ArrayList<>();
      boolean differs = false;
      for (Setting<?> setting : Catalog.of(group)) {
        differs |= compare(setting, fields);
      }
      // What is declared and unreadable alone is no reason to write, but it is written with the
      // rest of its group: then it is a change like any other, over all that it may replace.
      if (differs) {
        changes.add(update(group, ImmutableList.copyOf(fields)));
      }
    }
    changesOut.addAll(changes);
    observationsOut.addAll(observations);
  }

  /**
   * Compares one setting.
   *
   * @param fields gets what a write of the group would change, or may
   * @return whether that is a reason to write
   */
  private <T> boolean compare(Setting<T> setting, List<FieldChange<?>> fields) {
    Optional<Declared<T>> wanted = declared.get(setting);
    if (wanted.isEmpty()) {
      return false;
    }
    Declared<T> after = wanted.get();
    if (setting.equals(PackageSettings.DELETE_FROM_CLOUD)
        && after.value() instanceof Boolean value
        && relinkWasWritten(value, after.at())) {
      return false;
    }
    return switch (live.get(setting)) {
      case Value.Known<T>(T before) ->
          !setting.type().same(before, after.value())
              && fields.add(change(setting, new Value.Known<>(before), after));
      case Value.Unreadable<T> before -> unreadable(setting, before, after, fields);
      case Value.Absent<T> before -> fields.add(change(setting, before, after));
    };
  }

  private <T> boolean unreadable(
      Setting<T> setting,
      Value.Unreadable<T> before,
      Declared<T> after,
      List<FieldChange<?>> fields) {
    if (!isUnreported(setting) && !setting.equals(PackageSettings.DELETE_FROM_CLOUD)) {
      observations.add(
          new Observation.Unreadable(
              address, setting.relativePath() + ": " + before.why(), after.at()));
      fields.add(change(setting, before, after));
      return false;
    }
    Optional<SettingsRecord.Entry> same =
        recorded.filter(entry -> after.value().equals(entry.values().get(setting.parameter())));
    if (same.isPresent() && after.value() instanceof Boolean value) {
      observations.add(
          new Observation.Unverifiable(
              address, setting, value, same.get().writtenAt(), after.at()));
      return false;
    }
    return fields.add(change(setting, before, after));
  }

  /** Whether this value was written, and the NAS has answered something else ever since. */
  private boolean relinkWasWritten(boolean value, Location.InFile at) {
    Optional<Boolean> answer = live.get(PackageSettings.DELETE_FROM_CLOUD).known();
    Optional<SettingsRecord.Relink> same =
        relink.filter(entry ->
            entry.written() == value
                && entry.answered().equals(answer)
                && !answer.equals(Optional.of(value)));
    same.ifPresent(entry ->
        observations.add(
            new Observation.Unverifiable(
                address, PackageSettings.DELETE_FROM_CLOUD, value, entry.writtenAt(), at)));
    return same.isPresent();
  }

  public static <T> FieldChange<T> change(Setting<T> setting, Value<T> before, Declared<T> after) {
    return new FieldChange<>(
        setting, before, after.value(), after.at(), setting.risk().judge(before, after.value()));
  }

  private Change.Update update(SettingGroup group, ImmutableList<FieldChange<?>> fields) {
    Map<String, WireValue> parameters = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Setting<?> setting : Catalog.of(group)) {
      Optional<WireValue> value = declaredValue(setting).or(() -> PreImage.read(setting, live));
      if (value.isPresent()) {
        parameters.put(setting.parameter(), value.get());
      } else {
        missing.add(setting.relativePath());
      }
    }
    boolean bookkeepingUnknown = false;
    if (group == SettingGroup.FILTERS && task != null) {
      Optional<ImmutableMap<String, WireValue>> bookkeeping =
          FilterBookkeeping.parameters(task, declared);
      bookkeeping.ifPresent(parameters::putAll);
      bookkeepingUnknown = bookkeeping.isEmpty();
    }
    String blocked = blocked(missing, bookkeepingUnknown);
    GroupWrite write =
        blocked == null
            ? new GroupWrite(group, ImmutableMap.copyOf(parameters), PreImage.of(group, live, task))
            : null;
    return new Change.Update(address, target, group, fields, write, blocked);
  }

  private <T> Optional<WireValue> declaredValue(Setting<T> setting) {
    return declared.get(setting).map(value -> encode(setting, value.value()));
  }

  /** Of a declared set, what stays is written as the NAS has it, what is new as it is declared. */
  private <T> WireValue encode(Setting<T> setting, T value) {
    WireValue declaredForm = setting.codec().encode(value);
    return SetParameters.kind(setting)
        .map(kind -> TextSet.of(kind, SetParameters.entries(declaredForm)))
        .<WireValue>map(set ->
            WireValue.Items.ofTexts(
                set.over(SetParameters.entries(PreImage.read(setting, live).orElse(null)))))
        .orElse(declaredForm);
  }

  /** Whether the package cannot report the setting, so that the record decides. */
  private boolean isUnreported(Setting<?> setting) {
    return TaskSettings.OPTIONS.contains(setting) && task != null && !task.optionsRefused();
  }

  private @Nullable String blocked(List<String> missing, boolean bookkeepingUnknown) {
    List<String> reasons = new ArrayList<>();
    List<String> undeclared =
        missing.stream()
            .filter(path ->
                TaskSettings.OPTIONS.stream()
                    .filter(this::isUnreported)
                    .anyMatch(option -> option.relativePath().equals(path)))
            .toList();
    if (!undeclared.isEmpty()) {
      reasons.add(
          "the NAS takes all task settings at once and cannot answer them; declare also "
              + String.join(", ", undeclared));
    }
    List<String> unanswered = missing.stream().filter(path -> !undeclared.contains(path)).toList();
    if (!unanswered.isEmpty()) {
      reasons.add(
          "the NAS did not answer "
              + unanswered.stream().collect(Collectors.joining(", "))
              + " readably, which would be overwritten; declare it too");
    }
    if (bookkeepingUnknown) {
      reasons.add(
          "the NAS did not answer user_defined_names and user_defined_extensions, which would be"
              + " overwritten");
    }
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }
}
