package io.cloudsyncctl.plan.restore;

import io.cloudsyncctl.model.desired.DesiredConnection;
import org.jspecify.annotations.Nullable;

/** What a connection may go on with, beside what was there before it was paused. */
public sealed interface Wanted {

  /**
   * What is declared.
   *
   * @param connection null where nobody declares it
   * @param pruned whether what nobody declares is to go
   */
  record Declared(@Nullable DesiredConnection connection, boolean pruned) implements Wanted {}

  /** What was there before a run that is undone: all that the run changed is to go back. */
  record Before(PauseTrace undone) implements Wanted {}
}
