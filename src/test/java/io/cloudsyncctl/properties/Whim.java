package io.cloudsyncctl.properties;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What somebody happens to declare, and whether it is as it is already. */
record Whim(Dice dice, Wishes.Mood mood) {

  boolean asItIs() {
    return mood == Wishes.Mood.AS_IT_IS;
  }

  boolean declared() {
    return asItIs() || dice.coin();
  }

  boolean equal() {
    return asItIs() || dice.coin();
  }

  /** Declares a setting, in the YAML and by its name on the wire. */
  static void put(
      Map<String, Object> yaml, String key, ObjectNode wire, String field, Object value) {
    yaml.put(key, value);
    switch (value) {
      case Long number -> wire.put(field, number);
      case Boolean flag -> wire.put(field, flag);
      default -> wire.put(field, String.valueOf(value));
    }
  }
}
