package io.cloudsyncctl.config.read;

import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.NasTarget;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What no two NAS of a run may share: their names, and the files of their records. */
final class UniquePerNas {
  private final Map<String, Location.InFile> names = new HashMap<>();
  private final Map<Path, Recorded> records = new HashMap<>();

  /** The NAS that a file holds the record of, and where that stands. */
  private record Recorded(String nas, Location.InFile at) {}

  /** Notes the name and the record of a NAS, and says where another one has them. */
  void check(NasTarget target, Node.@Nullable Mapping nas, Problems found) {
    checkName(target, nas, found);
    checkRecord(target, nas, found);
  }

  /** Each would replace what the other has written there. */
  private void checkRecord(NasTarget target, Node.@Nullable Mapping nas, Problems found) {
    Path record = target.record();
    Node node = nas == null ? null : nas.get("record");
    if (record == null || node == null) {
      return;
    }
    Recorded mine = new Recorded(target.name(), node.at());
    Recorded first = records.putIfAbsent(record.toAbsolutePath().normalize(), mine);
    if (first != null) {
      found.add(
          ConfigCode.DUPLICATE_RECORD,
          "the record of "
              + mine.nas()
              + " is in the file that also holds the record of "
              + first.nas()
              + ", at "
              + first.at().text(),
          node.at(),
          "name a file of its own for each NAS, or none: then it lies in the state folder");
    }
  }

  private void checkName(NasTarget target, Node.@Nullable Mapping nas, Problems found) {
    Node node = nas == null ? null : nas.get("name");
    if (node == null) {
      return;
    }
    Location.InFile first = names.putIfAbsent(target.name(), node.at());
    if (first != null) {
      found.add(
          ConfigCode.DUPLICATE_NAS,
          "another file declares a NAS of this name, at " + first.text(),
          node.at(),
          "give each NAS a name of its own: it is the first part of every address");
    }
  }
}
