package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same with its sets in one order and each entry once, byte for byte as it is.
 *
 * <p>The premise: a NAS may answer its lists in another order each time, and that must never look
 * like a change. So whatever is kept to be compared with a later look is compared in this form.
 * What is sent to a NAS is not: there, lists keep the order in which it answered them.
 */
public final class SetOrder {
  private SetOrder() {}

  /** A value on the wire, where every list of texts is a set. */
  public static WireValue of(WireValue value) {
    return value instanceof WireValue.Items items
        ? items.texts().<WireValue>map(SetOrder::sorted).orElse(value)
        : value;
  }

  private static WireValue sorted(ImmutableList<String> texts) {
    return WireValue.Items.ofTexts(inOrder(texts));
  }

  private static ImmutableList<String> inOrder(ImmutableList<String> texts) {
    return ImmutableList.sortedCopyOf(ImmutableSet.copyOf(texts));
  }

  /** A write of a group. */
  public static GroupWrite of(GroupWrite write) {
    return new GroupWrite(write.group(), of(write.parameters()), of(write.preImage()));
  }

  private static ImmutableMap<String, WireValue> of(Map<String, WireValue> parameters) {
    ImmutableMap.Builder<String, WireValue> inOrder = ImmutableMap.builder();
    parameters.forEach((name, value) -> inOrder.put(name, of(value)));
    return inOrder.buildOrThrow();
  }

  /** A task to be created. */
  public static NewTask of(NewTask task) {
    return new NewTask(
        task.paths(),
        task.direction(),
        task.consistencyCheck(),
        task.noDeleteOnCloud(),
        task.convertGoogleDocuments(),
        task.storageClass(),
        task.serverSideEncryption(),
        inOrder(task.filteredPaths()),
        inOrder(task.filteredNames()),
        inOrder(task.filteredExtensions()),
        task.maxUploadSize(),
        inOrder(task.userDefinedNames()),
        inOrder(task.userDefinedExtensions()));
  }

  /** A change. */
  public static Change of(Change change) {
    return switch (change) {
      case Change.Update update ->
          new Change.Update(
              update.address(),
              update.target(),
              update.group(),
              fields(update.fields()),
              orNull(update.write()),
              update.blocked());
      case Change.Create create ->
          new Change.Create(
              create.address(),
              create.connection(),
              create.connectionPaused(),
              orNull(create.task()),
              fields(create.fields()),
              create.risks(),
              create.at(),
              create.blocked());
      case Change.Delete _, Change.Pause _, Change.Resume _, Change.Manual _ -> change;
    };
  }

  private static @Nullable GroupWrite orNull(@Nullable GroupWrite write) {
    return write == null ? null : of(write);
  }

  private static @Nullable NewTask orNull(@Nullable NewTask task) {
    return task == null ? null : of(task);
  }

  private static ImmutableList<FieldChange<?>> fields(ImmutableList<FieldChange<?>> fields) {
    return fields.stream().map(SetOrder::field).collect(ImmutableList.toImmutableList());
  }

  private static <T> FieldChange<T> field(FieldChange<T> field) {
    return new FieldChange<>(
        field.setting(),
        field.before() instanceof Value.Known<T>(T before)
            ? new Value.Known<>(value(field, before))
            : field.before(),
        value(field, field.after()),
        field.at(),
        field.risks());
  }

  @SuppressWarnings("unchecked")
  private static <T> T value(FieldChange<T> field, T value) {
    return field.setting().type() instanceof TextSetType
        ? (T) inOrder((ImmutableList<String>) value)
        : value;
  }
}
