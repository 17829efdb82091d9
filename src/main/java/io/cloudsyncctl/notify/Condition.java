package io.cloudsyncctl.notify;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.cloudsyncctl.model.setting.Risk;
import java.nio.charset.StandardCharsets;

/**
 * How a NAS is after a run, as far as somebody would want to be told.
 *
 * @param nas its name; empty for the run itself, which is in sync where it did not break off
 * @param differences what is not as declared, sorted, by what stays the same from run to run
 * @param worst the worst class of them
 */
public record Condition(String nas, State state, ImmutableList<String> differences, Risk worst) {

  /** From good to bad. */
  public enum State {
    IN_SYNC("in sync"),
    DIFFERS("differs"),
    NOT_READ_IN_FULL("not read in full"),
    REFUSED("apply refused"),
    UNREACHABLE("unreachable"),
    FAILED("failed"),
    PARTLY_APPLIED("partly applied");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The words that people read. */
    public String word() {
      return word;
    }
  }

  /** The same for conditions that need not be told twice. */
  public String digest() {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putString(state.name(), StandardCharsets.UTF_8);
    hasher.putString(worst.name(), StandardCharsets.UTF_8);
    for (String difference : differences) {
      hasher.putInt(difference.length()).putString(difference, StandardCharsets.UTF_8);
    }
    return hasher.hash().toString();
  }
}
