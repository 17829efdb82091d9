package io.cloudsyncctl.plan.model;

/** A flag with its value as a person can type it into a shell. */
public final class FlagText {
  private FlagText() {}

  public static String of(String flag, String value) {
    return flag + " " + quoted(value);
  }

  /** A word as a shell takes it. */
  public static String quoted(String word) {
    boolean plain = word.matches("[A-Za-z0-9_./:@%+,=-]+");
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
