package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deep merge, later over earlier. Connections meet by name, tasks by their paths; every other list
 * is replaced. A {@code null} stays in the tree, so that it also takes out what a default gives.
 */
final class Merge {
  private final Problems problems;

  Merge(Problems problems) {
    this.problems = problems;
  }

  Node.Mapping documents(Node.Mapping earlier, Node.Mapping later) {
    return mappings(earlier, later, "");
  }

  /** Lays a mapping under another: what is there already stays. */
  Node.Mapping under(Node.Mapping defaults, Node.Mapping own) {
    return new Node.Mapping(mappings(defaults, own, "defaults").entries(), own.at());
  }

  private Node.Mapping mappings(Node.Mapping earlier, Node.Mapping later, String path) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(earlier.entries());
    if (path.equals(".nas")) {
      replaceAlternative(merged, later, "password", "password_file");
      replaceAlternative(merged, later, "password_file", "password");
    }
    later
        .entries()
        .forEach((key, entry) -> {
          Node.Entry before = merged.get(key);
          merged.put(
              key,
              before == null
                  ? entry
                  : new Node.Entry(
                      entry.key(), nodes(before.value(), entry.value(), path + "." + key)));
        });
    return new Node.Mapping(ImmutableMap.copyOf(merged), later.at());
  }

  /** Of two keys that exclude each other, a later file's replaces an earlier file's. */
  private static void replaceAlternative(
      Map<String, Node.Entry> earlier, Node.Mapping later, String key, String other) {
    Node node = later.get(key);
    if (node != null && !node.isNull()) {
      earlier.remove(other);
    }
  }

  private Node nodes(Node earlier, Node later, String path) {
    if (earlier instanceof Node.Mapping before
        && later instanceof Node.Mapping after
        && !isOneValue(path)) {
      return mappings(before, after, path);
    }
    if (earlier instanceof Node.Sequence before && later instanceof Node.Sequence after) {
      if (path.equals(".connections")) {
        return lists(before, after, path, entry -> entry.text("name"));
      }
      if (path.equals(".connections.tasks")) {
        return lists(before, after, path, Merge::paths);
      }
    }
    return later;
  }

  /** The hours of a week and the way to trust a server are one value each, not many settings. */
  private static boolean isOneValue(String path) {
    return path.endsWith(".schedule.hours") || path.equals(".nas.tls");
  }

  /** What two entries of a list must have in common to be one. */
  private interface Key {
    @Nullable Object of(Node.Mapping entry);
  }

  private Node lists(Node.Sequence earlier, Node.Sequence later, String path, Key key) {
    List<Node> merged = new ArrayList<>(earlier.items());
    Map<Object, List<Integer>> byKey = new HashMap<>();
    for (int i = 0; i < merged.size(); i++) {
      Object found = merged.get(i) instanceof Node.Mapping entry ? key.of(entry) : null;
      if (found != null) {
        byKey.computeIfAbsent(found, _ -> new ArrayList<>()).add(i);
      }
    }
    // One that met an entry of the later list is not met again: what is doubled stays doubled.
    Set<Integer> taken = new HashSet<>();
    for (Node item : later.items()) {
      List<Integer> candidates = candidates(earlier, item, byKey, taken, key);
      if (candidates.size() > 1) {
        problems.add(
            ConfigCode.AMBIGUOUS_MERGE,
            "the extended files have " + candidates.size() + " connections of this name",
            item.at(),
            "give the account or provider of the one that is meant");
      } else if (candidates.size() == 1 && item instanceof Node.Mapping after) {
        int index = candidates.getFirst();
        taken.add(index);
        merged.set(index, mappings((Node.Mapping) earlier.items().get(index), after, path));
      } else {
        merged.add(item);
      }
    }
    return new Node.Sequence(ImmutableList.copyOf(merged), later.at());
  }

  private static List<Integer> candidates(
      Node.Sequence earlier,
      Node item,
      Map<Object, List<Integer>> byKey,
      Set<Integer> taken,
      Key key) {
    Object wanted = item instanceof Node.Mapping entry ? key.of(entry) : null;
    if (wanted == null) {
      return List.of();
    }
    return byKey.getOrDefault(wanted, List.of()).stream()
        .filter(index -> !taken.contains(index))
        .filter(index ->
            earlier.items().get(index) instanceof Node.Mapping before
                && item instanceof Node.Mapping after
                && agree(before.text("account"), after.text("account"))
                && agree(before.text("provider"), after.text("provider")))
        .toList();
  }

  /** Two of one name are told apart where both say their account or provider. */
  private static boolean agree(@Nullable String earlier, @Nullable String later) {
    return earlier == null || later == null || earlier.equals(later);
  }

  private static @Nullable TaskPaths paths(Node.Mapping task) {
    String local = task.text("local_path");
    String cloud = task.text("cloud_path");
    return local == null || cloud == null ? null : new TaskPaths(local, cloud).normalized();
  }
}
