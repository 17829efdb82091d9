package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filters in mixed forms, on a NAS that answers its lists in another order each time it is asked.
 */
class FilterFormsTest {
  private static final String TASK = "/tasks/4/get_selective_sync_config";
  private static final List<String> LISTS =
      List.of(
          "filtered_paths",
          "filtered_names",
          "filtered_extensions",
          "user_defined_names",
          "user_defined_extensions");
  private static final Map<String, String> KEYS =
      Map.of(
          "filtered_paths", "filtered_paths",
          "filtered_names", "filtered_filenames",
          "filtered_extensions", "filtered_extensions");
  private static final List<String> WORDS =
      List.of("B\u00fcro", "cafe\u0301", "jpg", "JPG", "Old", "tar.gz", "\u00c4rger", "x");
  private static final List<String> CONSENT = List.of("--yes", "--accept-risk", "data-loss:*");

  @TempDir Path folder;

  @Test
  void what_stays_stays_byte_for_byte_what_goes_goes_in_all_its_forms_and_undo_brings_it_back() {
    int[] written = {0};
    Cases.forEach(
        "filters in mixed forms",
        60,
        one -> {
          Dice dice = one.dice();
          ObjectNode state = state();
          ObjectNode filters = (ObjectNode) state.at(TASK);
          LISTS.forEach(list -> entries(list, dice, 5).forEach(filters.putArray(list)::add));
          Map<String, List<String>> declared = new TreeMap<>();
          for (String list : KEYS.keySet()) {
            if (dice.coin()) {
              declared.put(list, declared(list, texts(filters.path(list)), dice));
            }
          }
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish(declared));
            JsonNode before = site.state().at(TASK);
            site.nas().injectFaults(reordering(site, dice));
            Path plan = site.folder().resolve("plan.json");
            InProcess.Result applied;
            if (dice.coin()) {
              assertThat(site.run("plan", file, "--out", plan).exitCode()).isZero();
              applied = run(site, "apply", plan);
            } else {
              applied = run(site, "apply", file);
            }
            assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
            if (site.writes().isEmpty()) {
              assertThat(site.plannedKinds(file)).isEmpty();
              return;
            }
            written[0]++;
            JsonNode after = site.state().at(TASK);
            KEYS.keySet().forEach(list -> check(list, before, after, declared.get(list)));
            assertThat(site.plannedKinds(file)).isEmpty();
            assertThat(run(site, "apply", file).exitCode()).isZero();
            assertThat(site.writes()).isEmpty();

            String id = site.run("runs").out().split(" ", 2)[0];
            InProcess.Result undone = run(site, "undo", id, file);
            assertThat(undone.exitCode()).as(undone.out() + undone.err()).isZero();
            for (String list : LISTS) {
              assertThat(bytes(site.state().at(TASK).path(list)))
                  .as("%s after undo", list)
                  .isEqualTo(bytes(before.path(list)));
            }
          }
        });
    assertThat(written[0]).as("cases with a write").isGreaterThan(20);
  }

  /** What the NAS has, as a set of bytes: which of its entries stayed, and what came. */
  private static void check(
      String list, JsonNode before, JsonNode after, @Nullable List<String> wanted) {
    Set<String> was = bytes(before.path(list));
    Set<String> is = bytes(after.path(list));
    if (wanted == null) {
      assertThat(is).as(list).isEqualTo(was);
      return;
    }
    Set<String> meant = meanings(list, wanted);
    Set<String> expected = new HashSet<>(was);
    expected.removeIf(entry -> !meant.contains(Meanings.meaning(list, entry)));
    assertThat(is).as("%s that stay", list).containsAll(expected);
    is.removeAll(expected);
    meant.removeAll(meanings(list, was));
    assertThat(wanted).as("%s that are declared", list).containsAll(is);
    assertThat(meanings(list, is)).as("new %s", list).isEqualTo(meant).hasSize(is.size());
  }

  private static Set<String> meanings(String list, Iterable<String> entries) {
    Set<String> meanings = new HashSet<>();
    entries.forEach(entry -> meanings.add(Meanings.meaning(list, entry)));
    return meanings;
  }

  private static InProcess.Result run(Site site, Object... arguments) {
    return site.run(Stream.concat(Stream.of(arguments), CONSENT.stream()).toArray());
  }

  private static ObjectNode state() throws IOException {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree(
                Files.readString(
                    Path.of("src", "test", "resources", "golden", "states", "office.json")));
  }

  private static Wish wish(Map<String, List<String>> declared) {
    Map<String, Object> filters = new LinkedHashMap<>();
    declared.forEach((list, entries) -> filters.put(KEYS.get(list), entries));
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("local_path", "/projects/Exchange");
    task.put("cloud_path", "/docs");
    if (!filters.isEmpty()) {
      task.put("filters", filters);
    }
    return new Wish(
        Map.of(
            "version",
            1,
            "connections",
            List.of(Map.of("name", "Dropbox", "tasks", List.of(task)))),
        JsonNodeFactory.instance.objectNode(),
        List.of());
  }

  /** Some of what is there in any form, and some that is not. */
  private static List<String> declared(String list, List<String> held, Dice dice) {
    List<String> declared = entries(list, dice, 3);
    for (String entry : held) {
      if (dice.coin()) {
        declared.add(form(list, entry, dice));
      }
    }
    return dice.shuffled(declared);
  }

  private static List<String> entries(String list, Dice dice, int most) {
    List<String> entries = new ArrayList<>();
    for (String word : dice.some(WORDS, most)) {
      entries.add(form(list, list.equals("filtered_paths") ? "/" + word : word, dice));
    }
    return entries;
  }

  /** The same entry as somebody else, or another program, might have written it. */
  private static String form(String list, String entry, Dice dice) {
    String form =
        Normalizer.normalize(entry, dice.coin() ? Normalizer.Form.NFC : Normalizer.Form.NFD);
    return switch (list) {
      case "filtered_paths" -> dice.oneIn(3) ? form + "/" : form;
      case "filtered_names", "user_defined_names" -> form;
      default ->
          dice.of(
              form, form.toUpperCase(Locale.ROOT), form.startsWith(".") ? form : "." + form, form);
    };
  }

  private static Set<String> bytes(JsonNode list) {
    return new HashSet<>(texts(list));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  /** Before it answers or takes any filters, the NAS has them in another order. */
  private static FaultInjector reordering(Site site, Dice dice) {
    return new FaultInjector() {
      @Override
      public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
        boolean filters =
            request.calls().stream().anyMatch(call -> call.method().contains("selective_sync"));
        return filters ? new FaultSpec.Held(() -> reorder(site, dice), () -> {}) : null;
      }
    };
  }

  private static void reorder(Site site, Dice dice) {
    site.nas()
        .state()
        .edit(state -> {
          ObjectNode filters = (ObjectNode) state.at(TASK);
          for (String list : LISTS) {
            List<String> entries = dice.shuffled(texts(filters.path(list)));
            ArrayNode array = filters.putArray(list);
            entries.forEach(array::add);
          }
        });
  }
}
