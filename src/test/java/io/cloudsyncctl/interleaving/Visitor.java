package io.cloudsyncctl.interleaving;

import io.cloudsyncctl.properties.Dice;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.List;

/** A person who does something to what the NAS has just now. */
final class Visitor {
  private final Dice dice;
  private final SimulatedNas nas;
  private int deeds;

  Visitor(Dice dice, SimulatedNas nas) {
    this.dice = dice;
    this.nas = nas;
  }

  int deeds() {
    return deeds;
  }

  void act() {
    Truth truth = nas.truth();
    List<Long> connections = List.copyOf(truth.connections().keySet());
    List<Long> tasks = List.copyOf(truth.tasks().keySet());
    deeds++;
    if (connections.isEmpty() || tasks.isEmpty() || dice.oneIn(20)) {
      nas.person("add-connection db Dropbox somebody@example.com");
      return;
    }
    nas.person(deed(dice.of(connections), dice.of(tasks)));
  }

  private String deed(long connection, long task) {
    return switch (dice.below(16)) {
      case 0, 1, 2 -> "pause " + connection;
      case 3, 4, 5 -> "resume " + connection;
      case 6 -> "set %d max_upload_speed %d".formatted(connection, dice.of(0, 512));
      case 7 -> "set %d max_download_speed %d".formatted(connection, dice.of(0, 256));
      case 8 -> "schedule %d %s".formatted(connection, dice.of("on", "off"));
      case 9 -> "set-direction %d %s".formatted(task, dice.of(SmallNas.DIRECTIONS));
      case 10 -> "set-task %d no_delete %s".formatted(task, dice.coin());
      case 11 ->
          "set-filter %d filtered_extensions %s"
              .formatted(task, String.join(",", dice.some(SmallNas.EXTENSIONS, 3)) + ",new");
      case 12 -> "set-filter %d filtered_paths %s".formatted(task, dice.of(SmallNas.FOLDERS));
      case 13 ->
          "add-task %d \"%s\" \"%s\" ONLY_UPLOAD"
              .formatted(connection, SmallNas.local("az", 3), SmallNas.cloud(3));
      case 14 -> dice.coin() ? "remove-task " + task : "rename " + connection + " Clients";
      default ->
          dice.oneIn(4)
              ? "remove-connection " + connection
              : "status " + connection + " " + dice.of("error", "uptodate", "suspended");
    };
  }
}
