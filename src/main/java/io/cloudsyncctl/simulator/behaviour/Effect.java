package io.cloudsyncctl.simulator.behaviour;

import java.util.Arrays;
import java.util.Optional;

/** What a setter may do besides. */
public enum Effect {
  PAUSE("pause"),
  RESUME("resume"),
  RESET_SCHEDULE("reset-schedule"),
  RESET_SPEEDS("reset-speeds"),
  RESET_DIRECTION("reset-direction"),
  RESET_FILTERS("reset-filters"),
  RESET_TASK_SETTINGS("reset-task-settings");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<Effect> of(String word) {
    return Arrays.stream(values()).filter(effect -> effect.word.equals(word)).findFirst();
  }
}
