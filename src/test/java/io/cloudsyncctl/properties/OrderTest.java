package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.match.Recreation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderTest {
  private static final SettingsRecord NOTHING_WRITTEN =
      SettingsRecord.empty("https://nas.example.lan:5001");

  @TempDir Path folder;

  @Test
  void the_order_of_lists_connections_and_tasks_makes_no_difference_on_either_side() {
    Cases.forEach(
        "order makes no difference",
        400,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          one.noteState(state.toPrettyString());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
          ImmutableList<String> facts = facts(Declarations.load(one, folder, wish.yaml()), state);

          JsonNode otherState = Shuffling.ofState(state, one.dice());
          one.note("shuffled state", otherState);
          Map<String, Object> otherYaml = Shuffling.ofDeclaration(wish.yaml(), one.dice());

          assertThat(facts(Declarations.load(one, folder, otherYaml), otherState)).isEqualTo(facts);
        });
  }

  @Test
  void the_names_and_the_order_of_files_make_no_difference() {
    Cases.forEach(
        "order of files makes no difference",
        40,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          one.noteState(state.toPrettyString());
          Map<String, String> texts = new TreeMap<>();
          for (String nas : List.of("attic", "branch", "cellar")) {
            Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
            texts.put(nas, Declarations.text(nas, wish.yaml(), one.dice()));
            one.note("YAML of " + nas, texts.get(nas));
          }
          Path first = folder.resolve("first" + one.dice().hex(8));
          Path second = folder.resolve("second" + one.dice().hex(8));
          List<Path> named = new ArrayList<>();
          List<String> otherNames = one.dice().shuffled(List.of("1.yaml", "2.yml", "sub/3.yaml"));
          texts.forEach((nas, text) -> {
            Declarations.write(first.resolve(nas + ".yaml"), text);
            Path file = second.resolve(otherNames.get(named.size()));
            named.add(file);
            Declarations.write(file, text);
          });

          Map<String, ImmutableList<String>> facts =
              facts(Declarations.load(List.of(first)), state);

          assertThat(facts).hasSize(texts.size());
          assertThat(facts(Declarations.load(List.of(second)), state)).isEqualTo(facts);
          assertThat(facts(Declarations.load(one.dice().shuffled(named)), state)).isEqualTo(facts);
        });
  }

  private static Map<String, ImmutableList<String>> facts(
      List<DesiredState> states, JsonNode state) {
    Map<String, ImmutableList<String>> facts = new TreeMap<>();
    states.forEach(desired -> facts.put(desired.nas().name(), facts(desired, state)));
    return facts;
  }

  private static ImmutableList<String> facts(DesiredState desired, JsonNode state) {
    return PlanFacts.of(
        Differ.diff(
            desired, StateGateway.read(state).live(), NOTHING_WRITTEN, false, Recreation.none()));
  }
}
