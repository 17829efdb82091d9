package io.cloudsyncctl.faults;

import io.cloudsyncctl.witness.Story;
import io.cloudsyncctl.witness.World;
import java.io.Serial;

/** Something happened that may never happen; its story is kept for whoever looks into it. */
final class ViolationError extends AssertionError {
  @Serial private static final long serialVersionUID = 1L;

  private final transient String story;

  ViolationError(String what, World world) {
    super(what);
    story = Story.of(world);
  }

  String story() {
    return story;
  }
}
