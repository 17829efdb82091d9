package io.cloudsyncctl.finding;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import org.jspecify.annotations.Nullable;

/**
 * One part of what is managed of a NAS, and how it is.
 *
 * @param aspect what of the address it is
 * @param at where it is declared; null where nobody declared it
 */
public record ManagedAspect(
    Address address, Aspect aspect, State state, Location.@Nullable InFile at) {

  /** What is managed of a package, connection or task: the columns of the truth table. */
  public enum Aspect {
    PACKAGE("package"),
    RELINK("relink"),
    CONNECTION("connection"),
    PAUSED("paused"),
    SETTINGS("settings"),
    SCHEDULE("schedule"),
    TASK("task"),
    DIRECTION("direction"),
    FILTERS("filters");

    private final String word;

    Aspect(String word) {
      this.word = word;
    }

    /** The name that people read. */
    public String word() {
      return word;
    }
  }

  /** How a part is, from best to worst. */
  public enum State {
    IN_SYNC("in sync"),
    UNMANAGED("unmanaged"),
    IGNORED("ignored"),
    UNVERIFIABLE("unverifiable"),
    PENDING("pending"),
    DIFFERS("differs"),
    DRIFT("drift"),
    UNREADABLE("unreadable"),
    UNREACHABLE("unreachable");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The name that people read. */
    public String word() {
      return word;
    }
  }
}
