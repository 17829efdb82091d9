package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.GroupComparison;
import io.cloudsyncctl.plan.GroupWrite;
import io.cloudsyncctl.plan.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a write is about to replace with what it was to replace. */
final class PreImageCheck {
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

  private PreImageCheck() {}

  /**
   * Makes sure that a group is what it is known to be.
   *
   * @throws OperationException {@code nas-moved} where it is not
   */
  static void requireUnmoved(Operation.WriteGroup operation, FreshReads.Look look) {
    GroupWrite write = operation.write();
    List<String> moved = List.of();
    if (operation.target() instanceof Target.OfTask task && task.sessionId() == null) {
      moved = sinceTheCreation(write, look);
    } else if (!write.preImage().isEmpty()) {
      requireAnswered(operation, look, false);
      moved = sinceThePlan(write, look);
    }
    if (!moved.isEmpty()) {
      throw new OperationException(
          Diagnostic.error(
              FreshReads.MOVED,
              write.group().word()
                  + ": the NAS has changed since the plan: "
                  + String.join(", ", moved),
              GroupWriter.at(operation),
              "look at the plan as it is now and apply again"),
          false);
    }
  }

  private static List<String> sinceThePlan(GroupWrite write, FreshReads.Look look) {
    ImmutableMap<String, WireValue> planned = write.preImage();
    ImmutableMap<String, WireValue> now = look.parameters();
    List<String> moved = new ArrayList<>();
    GroupComparison.moved(planned, now)
        .forEach(field -> moved.add(words(field, planned.get(field), now.get(field))));
    now.keySet().stream()
        .filter(field -> !planned.containsKey(field))
        .forEach(field -> moved.add(field + " (readable by now)"));
    return moved;
  }

  /**
   * What a new task has is known without a plan: what its creation sent, which is what is written
   * now, or else what the NAS gives every new task. Whatever reads otherwise, or otherwise than in
   * the answer before, somebody has set. (A form of the NAS's own that means the same does not
   * count; a value that it rounds would not read back as written either.)
   */
  private static List<String> sinceTheCreation(GroupWrite write, FreshReads.Look look) {
    ImmutableMap<String, WireValue> now = look.parameters();
    Set<String> moved = new LinkedHashSet<>(GroupComparison.moved(look.earlier(), now));
    moved.addAll(GroupComparison.moved(OF_NEW_TASKS, now));
    moved.retainAll(GroupComparison.differing(write.group(), write.parameters(), now));
    return moved.stream()
        .map(field ->
            words(
                field, look.earlier().getOrDefault(field, OF_NEW_TASKS.get(field)), now.get(field)))
        .toList();
  }

  /** What the plan could read is readable: where it is not now, nothing is known of it. */
  static void requireAnswered(
      Operation.WriteGroup operation, FreshReads.Look look, boolean written) {
    ImmutableList<String> missing =
        operation.write().preImage().keySet().stream()
            .filter(field -> !look.parameters().containsKey(field))
            .collect(ImmutableList.toImmutableList());
    if (!missing.isEmpty()) {
      throw new OperationException(
          Diagnostic.error(
              "api-refused",
              operation.write().group().word()
                  + (written ? ": written, but" : ":")
                  + " the NAS no longer answers: "
                  + String.join(", ", missing)
                  + look.unread().map(why -> ": " + why).orElse(""),
              GroupWriter.at(operation),
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
}
