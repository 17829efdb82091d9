package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure, just before a group is written, that it is what the plan was made from, and of a task
 * its other group as well: what a write may do hangs on both.
 */
final class UnmovedCheck {
  private static final ImmutableList<SettingGroup> OF_A_TASK =
      ImmutableList.of(SettingGroup.TASK, SettingGroup.FILTERS);

  /** What a task has where its creation says nothing else (the API document, set_task_filters). */
  private static final ImmutableMap<String, WireValue> OF_NEW_TASKS =
      ImmutableMap.of(
          TaskSettings.SYNC_DIRECTION.parameter(),
          WireValue.of(SyncDirection.BIDIRECTION.name()),
          TaskSettings.FILTERED_PATHS.parameter(),
          WireValue.Items.ofTexts(ImmutableList.of()),
          TaskSettings.FILTERED_FILENAMES.parameter(),
          WireValue.Items.ofTexts(ImmutableList.of()),
          TaskSettings.FILTERED_EXTENSIONS.parameter(),
          WireValue.Items.ofTexts(ImmutableList.of()),
          TaskSettings.MAX_UPLOAD_SIZE.parameter(),
          WireValue.of(0));

  /** By session id: as the plan saw it, or as it read back since. */
  private final Map<Long, Map<SettingGroup, ImmutableMap<String, WireValue>>> expected =
      new HashMap<>();

  /** The NAS was read as a whole, and what is to be done was planned from that. */
  void seen(LiveState live) {
    live.connections().stream()
        .flatMap(connection -> connection.tasks().stream())
        .forEach(task -> OF_A_TASK.forEach(group -> expect(task, group)));
  }

  /** This run has written a group of a task, which is so now. */
  void wrote(LiveTask task, SettingGroup group) {
    expect(task, group);
  }

  private void expect(LiveTask task, SettingGroup group) {
    expected
        .computeIfAbsent(task.sessionId(), _ -> new EnumMap<>(SettingGroup.class))
        .put(group, PreImage.of(group, task.settings(), task));
  }

  /**
   * Makes sure of that.
   *
   * @throws OperationException {@code nas-moved} where it is not so, {@code api-refused} where the
   *     NAS no longer tells
   */
  void require(Operation.WriteGroup operation, FreshReads.Look look) {
    ImmutableMap<String, WireValue> planned = operation.write().preImage();
    if (operation.target() instanceof Target.OfTask task && task.sessionId() == null) {
      requireNone(operation, "", sinceTheCreation(operation.write(), look));
    } else if (!planned.isEmpty()) {
      requireAnswered(operation, look, false);
      requireNone(
          operation,
          "",
          ImmutableList.<String>builder()
              .addAll(moved(planned, look.parameters()))
              .addAll(
                  look.parameters().keySet().stream()
                      .filter(field -> !planned.containsKey(field))
                      .map(field -> field + " (readable by now)")
                      .toList())
              .build());
    }
    look.task().ifPresent(task -> requireOthers(operation, task));
  }

  /**
   * What a new task has is known without a plan: what its creation sent, which is what is written
   * now, or else what the NAS gives every new task. Whatever reads otherwise, or otherwise than in
   * the answer before, somebody has set. (A form of the NAS's own that means the same does not
   * count; a value that it rounds would not read back as written either.)
   */
  private static ImmutableList<String> sinceTheCreation(GroupWrite write, FreshReads.Look look) {
    ImmutableMap<String, WireValue> now = look.parameters();
    ImmutableList<String> sinceTheAnswerBefore = GroupComparison.moved(look.earlier(), now);
    Set<String> moved = new LinkedHashSet<>(sinceTheAnswerBefore);
    moved.addAll(GroupComparison.moved(OF_NEW_TASKS, now));
    moved.retainAll(GroupComparison.differing(write.group(), write.parameters(), now));
    return moved.stream()
        .map(field ->
            words(
                field,
                (sinceTheAnswerBefore.contains(field) ? look.earlier() : write.parameters())
                    .get(field),
                now.get(field)))
        .collect(ImmutableList.toImmutableList());
  }

  private void requireOthers(Operation.WriteGroup operation, LiveTask task) {
    expected
        .getOrDefault(task.sessionId(), Map.of())
        .forEach((group, then) -> {
          if (group != operation.write().group()) {
            ImmutableMap<String, WireValue> now = PreImage.of(group, task.settings(), task);
            requireAnswered(operation, group.word() + ":", then, now, Optional.empty(), false);
            requireNone(operation, " in the task's other settings", moved(then, now));
          }
        });
  }

  private static void requireNone(
      Operation.WriteGroup operation, String where, ImmutableList<String> moved) {
    if (!moved.isEmpty()) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.NAS_MOVED,
              operation.write().group().word()
                  + ": the NAS has changed since the plan"
                  + where
                  + ": "
                  + String.join(", ", moved),
              at(operation),
              "look at the plan as it is now and apply again"),
          false);
    }
  }

  private static ImmutableList<String> moved(
      Map<String, WireValue> then, Map<String, WireValue> now) {
    List<String> moved = new ArrayList<>();
    GroupComparison.moved(then, now)
        .forEach(field -> moved.add(words(field, then.get(field), now.get(field))));
    return ImmutableList.copyOf(moved);
  }

  /** What the plan could read is readable: where it is not now, nothing is known of it. */
  static void requireAnswered(
      Operation.WriteGroup operation, FreshReads.Look look, boolean written) {
    requireAnswered(
        operation,
        operation.write().group().word() + (written ? ": written, but" : ":"),
        operation.write().preImage(),
        look.parameters(),
        look.unread(),
        written);
  }

  private static void requireAnswered(
      Operation.WriteGroup operation,
      String what,
      Map<String, WireValue> then,
      Map<String, WireValue> now,
      Optional<String> unread,
      boolean written) {
    List<String> missing = then.keySet().stream().filter(field -> !now.containsKey(field)).toList();
    if (!missing.isEmpty()) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.API_REFUSED,
              what
                  + " the NAS no longer answers: "
                  + String.join(", ", missing)
                  + unread.map(why -> ": " + why).orElse(""),
              at(operation),
              "apply again once the NAS answers it; may this login still read it?"),
          written);
    }
  }

  /** The parameter, with both values where they are short. */
  static String words(String parameter, @Nullable WireValue before, @Nullable WireValue now) {
    Optional<String> was = before == null ? Optional.empty() : scalar(before);
    Optional<String> is = now == null ? Optional.empty() : scalar(now);
    return was.isPresent() && is.isPresent()
        ? parameter + " (" + was.get() + " → " + is.get() + ")"
        : parameter;
  }

  private static Optional<String> scalar(WireValue value) {
    return switch (value) {
      case WireValue.Whole(long number) -> Optional.of(Long.toString(number));
      case WireValue.Flag(boolean flag) -> Optional.of(Boolean.toString(flag));
      case WireValue.Text(String text) when text.length() <= 40 -> Optional.of('"' + text + '"');
      case WireValue.Text _,
          WireValue.Decimal _,
          WireValue.Null _,
          WireValue.Items _,
          WireValue.Members _ ->
          Optional.empty();
    };
  }

  /** Where a write of a group stands. */
  static Location.OnNas at(Operation.WriteGroup operation) {
    return new Location.OnNas(
        operation.address().nas(),
        operation.write().group().writeMethod(),
        operation.address().text());
  }
}
