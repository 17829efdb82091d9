package io.cloudsyncctl.interleaving;

import io.cloudsyncctl.properties.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** What is declared of a {@link SmallNas}, by chance, and how it changes from commit to commit. */
final class Sheet {
  private static final List<String> TYPES = List.of("db", "az", "gd");

  private final Dice dice;

  /** By their provider. */
  private final Map<String, Map<String, Object>> connections = new LinkedHashMap<>();

  private final Map<String, Object> ofPackage = new LinkedHashMap<>();

  /** How many tasks the NAS has, by their provider. */
  private final Map<String, Integer> count;

  private Sheet(Dice dice, Map<String, Integer> count) {
    this.dice = dice;
    this.count = count;
  }

  /**
   * Something that may be declared of a NAS.
   *
   * @param count how many tasks it has, by their provider
   */
  static Sheet of(Dice dice, Map<String, Integer> count) {
    Sheet sheet = new Sheet(dice, count);
    if (dice.oneIn(4)) {
      sheet.ofPackage.put("workers", dice.of(3, 5));
    }
    for (String type : TYPES) {
      if (count.containsKey(type) && !dice.oneIn(6)) {
        sheet.connections.put(type, sheet.connection(type));
      }
    }
    return sheet;
  }

  /** The same with something else declared of one or two of them: a commit. */
  Sheet changed() {
    Sheet changed = new Sheet(dice, count);
    changed.ofPackage.putAll(ofPackage);
    changed.connections.putAll(connections);
    for (String type : connections.keySet()) {
      if (dice.coin()) {
        changed.connections.put(type, connection(type));
      }
    }
    return changed;
  }

  private Map<String, Object> connection(String type) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", SmallNas.name(type));
    one.put("provider", type);
    if (dice.coin()) {
      one.put("account", SmallNas.account(type));
    }
    if (dice.oneIn(5)) {
      one.put("paused", dice.oneIn(3));
    }
    if (dice.coin()) {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("max_upload_speed", dice.of(0, 1024, 4096));
      if (dice.oneIn(3)) {
        settings.put("pull_event_period", dice.of(60, 300));
      }
      one.put("settings", settings);
    }
    if (dice.oneIn(4)) {
      one.put("schedule", Map.of("enabled", dice.coin(), "hours", "all"));
    }
    List<Object> tasks = new ArrayList<>();
    for (int number = 1; number <= count.getOrDefault(type, 0); number++) {
      if (!dice.oneIn(4)) {
        tasks.add(task(type, number));
      }
    }
    if (type.equals("az") && dice.coin()) {
      tasks.add(task(type, 3));
    }
    one.put("tasks", tasks);
    return one;
  }

  /** Where it may have to be created, all is declared that a creation needs. */
  private Map<String, Object> task(String type, int number) {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("local_path", SmallNas.local(type, number));
    task.put("cloud_path", SmallNas.cloud(number));
    if (number < 3 && dice.oneIn(12)) {
      task.put("state", "absent");
      return task;
    }
    if (number == 3 || dice.coin()) {
      task.put("sync_direction", dice.of(SmallNas.DIRECTIONS));
      task.put("consistency_check", dice.coin());
      task.put("no_delete_on_cloud", dice.coin());
      task.put("convert_gd", false);
    }
    if (dice.coin()) {
      Map<String, Object> filters = new LinkedHashMap<>();
      filters.put("filtered_extensions", dice.shuffled(SmallNas.EXTENSIONS).subList(0, 2));
      if (dice.oneIn(3)) {
        filters.put("filtered_paths", dice.of(List.of("/Old"), List.of("/B\u00fcro", "/New")));
      }
      if (dice.oneIn(4)) {
        filters.put("max_upload_size", dice.of(0, 2_097_152));
      }
      task.put("filters", filters);
    }
    return task;
  }

  /** Writes it down as a file. */
  Path write(Path folder, String name, URI url) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", 1);
    root.put(
        "nas",
        Map.of(
            "name", "office",
            "url", url.toString(),
            "username", "admin",
            "password", "${env:NAS_PASSWORD}"));
    if (!ofPackage.isEmpty()) {
      root.put("package", ofPackage);
    }
    root.put("connections", new ArrayList<>(connections.values()));
    try {
      return Files.writeString(folder.resolve(name + ".yaml"), new Yaml().dump(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
