package io.cloudsyncctl.model.identity;

import org.jspecify.annotations.Nullable;

/**
 * What tells a connection from every other that a NAS has or had. A NAS gives ids anew, and a
 * person gives names anew, so neither proves anything by itself.
 *
 * @param id {@code connection_id}
 * @param name {@code task_name}
 * @param provider {@code type}, such as {@code db}; null where a file of an earlier version lacks
 *     it
 * @param account {@code user_name}; null likewise
 * @param userId {@code user_id}; null likewise
 */
public record ConnectionIdentity(
    long id,
    String name,
    @Nullable String provider,
    @Nullable String account,
    @Nullable String userId) {

  /** Whether nothing is missing: only then can it be compared. */
  public boolean isComplete() {
    return provider != null && account != null && userId != null;
  }

  /**
   * Whether this and another are one connection, whatever it is called; never where one lacks
   * something.
   */
  public boolean isSameUnderAnyName(ConnectionIdentity other) {
    return isComplete() && equals(other.named(name));
  }

  /** The same connection under another name. */
  public ConnectionIdentity named(String otherName) {
    return new ConnectionIdentity(id, otherName, provider, account, userId);
  }
}
