package io.cloudsyncctl.finding;

import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Target;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whose a difference is, from three things: D, what is declared now; B, what was declared at
 * the baseline; L, what the NAS has. That it is a difference means that D and L are not the same,
 * or that L cannot be known.
 *
 * <pre>
 * of a setting
 *   B            L                        whose
 *   same as D    known, or not there      drift         the NAS moved
 *   same as D    unknown                  unattributed  it may be as it was
 *   other        same as B                pending       Git moved
 *   other        not the same as B        both
 *   other        unknown                  unattributed
 *   undeclared   any                      pending       it is declared since then
 *   unreadable   any                      unattributed  kept by a program that knew other values
 *
 * of a whole connection or task (there, or declared absent), and of paused
 *   same as D    any                      drift
 *   other        same as B                pending
 *   other        not the same as B        both          only where D says nothing (see below)
 *   undeclared   any                      pending       unless D says nothing as well: drift
 *
 * what cannot be seen                     unattributed  nobody knows whether it differs
 * without a baseline                      unattributed
 * </pre>
 *
 * D says nothing of what is removed by pruning or merely counted as undeclared, and of a connection
 * that an interrupted run left paused. Then "declared there" was dropped since (pending), "declared
 * absent" was dropped and it came back (both), and what neither ever declared came from the NAS.
 *
 * <p>L of a setting that no getter answers is what the record says was last written of it.
 */
public final class Attributor {
  private final Declaration earlier;
  private final SettingsRecord record;
  private final Counterparts counterparts;

  /**
   * An attributor for one NAS.
   *
   * @param desired D
   * @param earlier B
   * @param record what was last written of the settings that no getter answers
   */
  public Attributor(DesiredState desired, Declaration earlier, SettingsRecord record) {
    this.earlier = earlier;
    this.record = record;
    this.counterparts = new Counterparts(desired, earlier);
  }

  /** Whose a difference is. */
  public Attribution of(Difference difference) {
    return switch (difference) {
      case Difference.OfSetting(Change.Update change, FieldChange<?> field) ->
          setting(change, field);
      case Difference.OfWhole(Change change) -> whole(change);
      case Difference.Unseen _ -> Attribution.UNATTRIBUTED;
      case Difference.Undeclared(Address address) -> presence(address, true);
    };
  }

  private Attribution whole(Change change) {
    return switch (change) {
      case Change.Create _, Change.Manual _ -> presence(change.address(), false);
      case Change.Delete _ -> presence(change.address(), true);
      case Change.Pause _ -> paused(change.address(), false);
      case Change.Resume _ -> paused(change.address(), true);
      // Its settings are differences of their own.
      case Change.Update _ -> Attribution.UNATTRIBUTED;
    };
  }

  /** Compares three values of which each is there or says nothing. */
  private static <T> Attribution compare(@Nullable T now, @Nullable T then, T live) {
    if (Objects.equals(now, then)) {
      return Attribution.DRIFT;
    }
    return then == null || then.equals(live) ? Attribution.PENDING : Attribution.BOTH;
  }

  private Attribution presence(Address address, boolean there) {
    return compare(
        presenceNow(address), presenceThen(address), there ? Presence.PRESENT : Presence.ABSENT);
  }

  private @Nullable Presence presenceNow(Address address) {
    DesiredConnection connection = counterparts.today(address);
    TaskPaths paths = address.task();
    if (connection == null || paths == null) {
      return connection == null ? null : connection.presence();
    }
    return connection.tasks().stream()
        .filter(task -> task.paths().same(paths))
        .map(DesiredTask::presence)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Presence presenceThen(Address address) {
    Optional<Declaration.OfConnection> connection = connectionThen(address);
    TaskPaths paths = address.task();
    return paths == null
        ? connection.map(Declaration.OfConnection::presence).orElse(null)
        : connection.flatMap(one -> one.task(paths)).map(Declaration.OfTask::presence).orElse(null);
  }

  private Optional<Declaration.OfConnection> connectionThen(Address address) {
    DesiredConnection today = counterparts.today(address);
    return today == null ? counterparts.dropped(address) : counterparts.earlier(today);
  }

  private Attribution paused(Address address, boolean live) {
    DesiredConnection today = counterparts.today(address);
    Boolean now = today == null || today.paused() == null ? null : today.paused().value();
    Boolean then =
        connectionThen(address).flatMap(one -> Optional.ofNullable(one.paused())).orElse(null);
    return compare(now, then, live);
  }

  private <T> Attribution setting(Change.Update change, FieldChange<T> field) {
    Optional<WireValue> kept = settingThen(change.address(), field.setting());
    if (kept.isEmpty()) {
      return Attribution.PENDING;
    }
    Setting<T> setting = field.setting();
    Optional<Boolean> sameAsNow = setting.meansKept(kept.get(), field.after());
    if (sameAsNow.isEmpty()) {
      return Attribution.UNATTRIBUTED;
    }
    Value<T> live = live(change, field);
    return switch (live) {
      case Value.Unreadable<T> _ -> Attribution.UNATTRIBUTED;
      case Value.Absent<T> _ -> sameAsNow.get() ? Attribution.DRIFT : Attribution.BOTH;
      case Value.Known<T>(T value) -> {
        if (sameAsNow.get()) {
          yield Attribution.DRIFT;
        }
        yield setting.meansKept(kept.get(), value).orElse(false)
            ? Attribution.PENDING
            : Attribution.BOTH;
      }
    };
  }

  private Optional<WireValue> settingThen(Address address, Setting<?> setting) {
    if (address.connection() == null) {
      return Optional.ofNullable(earlier.packageSettings().get(setting.relativePath()));
    }
    Optional<Declaration.OfConnection> connection = connectionThen(address);
    TaskPaths paths = address.task();
    if (paths != null) {
      return connection
          .flatMap(one -> one.task(paths))
          .map(task -> task.settings().get(setting.relativePath()));
    }
    return setting.equals(ConnectionSettings.NAME)
        ? connection.map(one -> WireValue.of(one.name()))
        : connection.map(one -> one.settings().get(setting.relativePath()));
  }

  /** What the NAS has; of what no getter answers, what was last written of it. */
  private <T> Value<T> live(Change.Update change, FieldChange<T> field) {
    if (!(field.before() instanceof Value.Unreadable<T>)
        || !(change.target() instanceof Target.OfTask task)
        || task.identity() == null) {
      return field.before();
    }
    return record
        .entry(task.connection().identity(), task.identity())
        .flatMap(entry -> Optional.ofNullable(entry.values().get(field.setting().parameter())))
        .<Value<T>>flatMap(written -> decoded(field.setting(), written))
        .orElse(field.before());
  }

  private static <T> Optional<Value<T>> decoded(Setting<T> setting, boolean written) {
    return setting.kept(WireValue.of(written)).map(Value.Known::new);
  }
}
