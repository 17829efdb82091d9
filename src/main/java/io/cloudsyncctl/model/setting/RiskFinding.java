package io.cloudsyncctl.model.setting;

import io.cloudsyncctl.model.identity.Address;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A judgement of one change.
 *
 * @param risk its class
 * @param reason why, in words that the owner of a NAS understands
 * @param endangered the other task that the change puts at risk; null where it is only its own
 */
public record RiskFinding(Risk risk, String reason, @Nullable OtherTask endangered) {

  /**
   * A task that is not the one that is changed.
   *
   * @param connectionId its connection's {@code connection_id} on its NAS; null where it was not
   *     read
   * @param address that of its connection where nobody knows which of its tasks it is
   */
  public record OtherTask(@Nullable Long connectionId, Address address) {}

  /** A judgement of a change that puts no other task at risk. */
  public RiskFinding(Risk risk, String reason) {
    this(risk, reason, null);
  }

  /** The worst class of several. */
  public static Risk worst(Collection<RiskFinding> findings) {
    return findings.stream()
        .map(RiskFinding::risk)
        .max(Comparator.naturalOrder())
        .orElse(Risk.NONE);
  }
}
