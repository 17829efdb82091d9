package io.cloudsyncctl.plan.restore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * What runs did to one connection, or may have done, since one of them paused it: whoever lets it
 * go on answers for that.
 *
 * @param written in the order in which it was written
 * @param unknown why nobody can say what else they did, where that is so
 */
public record PauseTrace(
    ImmutableList<Written> written,
    ImmutableList<Created> created,
    ImmutableList<Removed> removed,
    ImmutableList<String> unknown) {

  /**
   * A group of settings that a run wrote, or tried to; all by the setter's parameter names.
   *
   * @param run its id
   * @param preImage the readable parameters before it
   * @param recorded what the record held of the unreadable ones before it
   * @param parameters what it wrote
   * @param readBack the readable parameters after it; empty where nobody read them
   * @param happened whether the NAS took it, or may have; where not, only what can be read tells
   */
  public record Written(
      String run,
      Target target,
      SettingGroup group,
      ImmutableMap<String, WireValue> preImage,
      ImmutableMap<String, WireValue> recorded,
      ImmutableMap<String, WireValue> parameters,
      ImmutableMap<String, WireValue> readBack,
      boolean happened) {}

  /**
   * A task that a run created.
   *
   * @param identity null where the outcome was uncertain
   * @param mayCome whether the NAS may still come to list it
   */
  public record Created(
      String run, NewTask task, @Nullable TaskIdentity identity, boolean mayCome) {}

  /** A task that a run removed. */
  public record Removed(String run, TaskPaths paths) {}

  /** Whether anything in it is about tasks. */
  boolean isAboutTasks() {
    return !created.isEmpty()
        || !removed.isEmpty()
        || written.stream().anyMatch(one -> one.target() instanceof Target.OfTask);
  }

  /** Whether a task of these paths was created. */
  boolean created(TaskPaths paths) {
    return created.stream().anyMatch(one -> one.task().paths().same(paths));
  }

  /** Whether a task of these paths was removed. */
  boolean removed(TaskPaths paths) {
    return removed.stream().anyMatch(one -> one.paths().same(paths));
  }
}
