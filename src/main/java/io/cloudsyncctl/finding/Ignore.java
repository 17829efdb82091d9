package io.cloudsyncctl.finding;

import io.cloudsyncctl.diagnostic.Location;
import java.time.LocalDate;

/**
 * Somebody's word that a difference is known and does not count in drift.
 *
 * @param address the addresses meant; {@code *} stands for any text
 * @param owner who answers for it
 * @param reason why
 * @param expires the last day on which it holds
 * @param at where it stands
 */
public record Ignore(
    String address, String owner, String reason, LocalDate expires, Location.InFile at) {}
