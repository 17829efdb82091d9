package io.cloudsyncctl.model.desired;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.AddressPattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a file of ignores: differences that are known and do not count in drift.
 *
 * @param address the addresses meant
 * @param setting a setting's key or path, a group's word, or a word such as {@code paused}; null
 *     for everything at these addresses
 * @param owner who answers for it
 * @param reason why
 * @param expires the last day on which it holds, in UTC
 */
public record IgnoreRule(
    AddressPattern address,
    @Nullable String setting,
    String owner,
    String reason,
    LocalDate expires,
    Location.InFile at) {}
