package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Answers lists in another order each time. The same seed and requests give the same orders. */
final class Orders {
  private final Behaviours behaviours;
  private final Map<String, Integer> count = new HashMap<>();
  private final Map<String, List<JsonNode>> last = new HashMap<>();

  Orders(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  /**
   * Reorders a list where that is the behaviour.
   *
   * @param list what it is, to tell it from others
   */
  void change(String list, long subject, JsonNode array) {
    if (!(array instanceof ArrayNode elements) || elements.size() < 2) {
      return;
    }
    for (Behaviour.Reorder reorder :
        behaviours.of(Behaviour.Reorder.class, subject).stream().limit(1).toList()) {
      List<JsonNode> changed = new ArrayList<>(elements.valueStream().toList());
      shuffle(list + " " + subject, reorder.seed(), changed);
      Nodes.replace(elements, changed);
    }
  }

  /** Reorders entries of one second among themselves. */
  void changeWithinSeconds(long connection, List<JsonNode> entries) {
    for (Behaviour.Reorder reorder :
        behaviours.of(Behaviour.Reorder.class, connection).stream().limit(1).toList()) {
      int begin = 0;
      while (begin < entries.size()) {
        int end = begin + 1;
        while (end < entries.size() && time(entries, end) == time(entries, begin)) {
          end++;
        }
        String key = "get_log " + connection + " " + time(entries, begin);
        shuffle(key, reorder.seed(), entries.subList(begin, end));
        begin = end;
      }
    }
  }

  private static long time(List<JsonNode> entries, int index) {
    return entries.get(index).path("time").asLong(0);
  }

  private void shuffle(String key, long seed, List<JsonNode> elements) {
    if (elements.size() < 2) {
      return;
    }
    int nth = count.merge(key, 1, Integer::sum);
    List<JsonNode> stored = List.copyOf(elements);
    Collections.shuffle(elements, new Random(seed * 31 + key.hashCode() + 7919L * nth));
    if (elements.equals(last.getOrDefault(key, stored))) {
      Collections.rotate(elements, 1);
    }
    last.put(key, List.copyOf(elements));
  }
}
