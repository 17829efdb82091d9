package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import tools.jackson.databind.JsonNode;

/** Which changes may delete files, by what Cloud Sync's settings mean. */
final class Dangers {
  private Dangers() {}

  static boolean mayDeleteFiles(Event event) {
    return switch (event.kind()) {
      case TASK_ADDED -> true;
      case CHANGED ->
          event.task() != Event.NONE && event.changes().stream().anyMatch(Dangers::mayDeleteFiles);
      case TASK_REMOVED, CONNECTION_ADDED, CONNECTION_REMOVED, RESTED, STARTED, IN_VAIN -> false;
    };
  }

  static boolean mayDeleteFiles(FieldChange change) {
    return switch (change.field()) {
      case "sync_direction" -> direction(change.before().asString(""), change.after().asString(""));
      case "no_delete", "sync_attr_check_option" -> isFalse(change.after());
      case "filtered_paths", "filtered_names", "filtered_extensions", "filtered_max_upload_size" ->
          !Forms.same(change.field(), change.before(), change.after());
      default -> false;
    };
  }

  /** One way that becomes both ways, or the other way. */
  private static boolean direction(String before, String after) {
    return !after.equals(before) && (after.equals("BIDIRECTION") || !before.equals("BIDIRECTION"));
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }
}
