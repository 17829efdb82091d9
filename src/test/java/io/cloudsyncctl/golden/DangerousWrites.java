package io.cloudsyncctl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.FieldChange;
import java.util.List;
import java.util.Set;

/** What may delete files, as it really happened at a NAS, whatever anybody was told of it. */
public final class DangerousWrites {
  private static final Set<String> FILTERS =
      Set.of("filtered_paths", "filtered_names", "filtered_extensions", "filtered_max_upload_size");

  private DangerousWrites() {}

  /** All of a program's were made while the connection rested. */
  public static void assertAtRest(String nas, List<Event> timeline) {
    assertThat(timeline.stream().filter(DangerousWrites::mayDelete).filter(one -> !one.atRest()))
        .as("dangerous writes to what did not rest on %s, of\n%s", nas, timeline)
        .isEmpty();
  }

  /** Whether a program changed something that may delete files. */
  public static boolean mayDelete(Event event) {
    return event.actor() == Event.Actor.CLIENT
        && event.kind() == Event.Kind.CHANGED
        && event.task() != Event.NONE
        && event.changes().stream().anyMatch(DangerousWrites::mayDelete);
  }

  private static boolean mayDelete(FieldChange change) {
    return switch (change.field()) {
      case "sync_direction" -> !change.before().asString("").equals("BIDIRECTION");
      case "no_delete", "sync_attr_check_option" -> !change.after().asBoolean(true);
      default -> FILTERS.contains(change.field());
    };
  }
}
