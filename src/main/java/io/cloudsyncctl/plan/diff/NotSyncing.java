package io.cloudsyncctl.plan.diff;

import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.model.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is worth saying of a declared connection that does not sync, whatever is declared of its
 * pause: that everything is set as declared makes nothing of it sync.
 */
final class NotSyncing {
  private NotSyncing() {}

  /**
   * Of one connection.
   *
   * @param resumed whether the plan resumes it, which says that it is paused
   */
  static Optional<Observation.Remark> of(
      Address address,
      LiveConnection connection,
      @Nullable Declared<Boolean> paused,
      LiveState live,
      boolean resumed) {
    return text(connection.status(), paused, live.allPaused() || resumed)
        .map(text -> new Observation.Remark(address, text, true));
  }

  private static Optional<String> text(
      String status, @Nullable Declared<Boolean> paused, boolean pauseIsSaid) {
    boolean declaredPaused = paused != null && paused.value();
    boolean declaredActive = paused != null && !paused.value();
    return switch (ConnectionStatus.of(status)) {
      case PAUSE ->
          pauseIsSaid
              ? Optional.empty()
              : Optional.of(declaredPaused ? "is paused, as declared" : "is paused");
      case ERROR, SUSPENDED ->
          Optional.of(
              (declaredActive ? "not paused, but its status is \"" : "its status is \"")
                  + status
                  + "\": look at its log in DSM");
      case UNLINK -> Optional.of("its status is \"unlink\": link its account again in DSM");
      case UP_TO_DATE, SYNCING, PROCESSING, SCANNING, CONNECTING, UNKNOWN -> Optional.empty();
    };
  }

  /** Of all connections, once. */
  static Optional<Observation.Remark> ofAll(String nas, LiveState live, boolean declaresSome) {
    return live.allPaused() && declaresSome
        ? Optional.of(
            new Observation.Remark(
                Address.ofPackage(nas), "all of Cloud Sync is paused on this NAS", true))
        : Optional.empty();
  }
}
