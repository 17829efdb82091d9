package io.cloudsyncctl.model.setting;

import java.util.Optional;

/** What is known of a setting's value on the NAS. */
public sealed interface Value<T> {

  /** The NAS answered it. */
  record Known<T>(T value) implements Value<T> {}

  /** It exists, but no getter answers it, or this login may not see it. */
  record Unreadable<T>(String why) implements Value<T> {}

  /** There is no such thing yet: the task is still to be created. */
  record Absent<T>() implements Value<T> {}

  /** The value where it is known. */
  default Optional<T> known() {
    return switch (this) {
      case Known<T>(T value) -> Optional.of(value);
      case Unreadable<T> _, Absent<T> _ -> Optional.empty();
    };
  }
}
