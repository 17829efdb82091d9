package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is written is kept in another form. */
class StoredFormsTest extends DeviceTestCase {

  @ParameterizedTest
  @CsvSource({
    "round=max_upload_speed:64, 100, 64",
    "round=max_upload_speed:64, 128, 128",
    "round=max_upload_speed:64, 63, 0",
    "round=max_download_speed:64, 100, 100",
    "round=max_upload_speed:64@5, 100, 100",
    "clamp=max_upload_speed:10:50, 100, 50",
    "clamp=max_upload_speed:10:50, 3, 10",
    "clamp=max_upload_speed:10:50, 30, 30",
    "round=max_upload_speed:64 clamp=max_upload_speed:100:200, 99, 100"
  })
  void aNumberIsRoundedOrLimited(String behaviour, int written, int kept) {
    nas.behaviours().add(behaviour);
    setConnection(1, "max_upload_speed", written);
    assertThat(settings(1).path("max_upload_speed").intValue()).isEqualTo(kept);
    assertThat(nas.truth().connection(1).setting("max_upload_speed"))
        .isEqualTo(settings(1).path("max_upload_speed"));
  }

  @Test
  void numbersOfThePackageAndOfFiltersAreRoundedToo() {
    nas.behaviours().add("round=log_count:1000", "round=filtered_max_upload_size:1024@2");
    wire.data(
        "set_global_config",
        "repo_vol_path=/volume1",
        "log_count=1999",
        "worker_count=3",
        "admin_mode=enable");
    for (int task : new int[] {1, 2}) {
      nas.person("set-filter " + task + " filtered_max_upload_size 2000");
    }
    assertThat(wire.data("get_config").path("log_count").intValue()).isEqualTo(1000);
    assertThat(filters(1).path("filtered_max_upload_size").intValue()).isEqualTo(2000);
    assertThat(filters(2).path("filtered_max_upload_size").intValue()).isEqualTo(1024);
  }

  record Form(String behaviour, String path, String name, String extension) {}

  static List<Form> forms() {
    return List.of(
        new Form("lower-case-paths", "/archive/b\u00fcro", "Plan.L\u00e4ng", "JPG"),
        new Form("trailing-slash", "/Archive/B\u00fcro/", "Plan.L\u00e4ng", "JPG"),
        new Form("nfd-paths", decomposed("/Archive/B\u00fcro"), "Plan.L\u00e4ng", "JPG"),
        new Form("lower-case-extensions", "/Archive/B\u00fcro", "Plan.L\u00e4ng", "jpg"),
        new Form("dotted-extensions", "/Archive/B\u00fcro", "Plan.L\u00e4ng", ".JPG"),
        new Form("lower-case-names", "/Archive/B\u00fcro", "plan.l\u00e4ng", "JPG"),
        new Form(
            "nfd-filters", decomposed("/Archive/B\u00fcro"), decomposed("Plan.L\u00e4ng"), "JPG"),
        new Form("nfd-filters nfc-filters", "/Archive/B\u00fcro", "Plan.L\u00e4ng", "JPG"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void filtersAreKeptInAnotherForm(Form form) {
    nas.behaviours().add(form.behaviour());
    setFilters(
        1,
        Map.of(
            "filtered_paths", List.of("/Archive/B\u00fcro"),
            "filtered_names", List.of("Plan.L\u00e4ng"),
            "user_defined_names", List.of("Plan.L\u00e4ng"),
            "filtered_extensions", List.of("JPG"),
            "user_defined_extensions", List.of("JPG")));
    JsonNode kept = filters(1);
    assertThat(texts(kept.path("filtered_paths"))).containsExactly(form.path());
    assertThat(texts(kept.path("filtered_names"))).containsExactly(form.name());
    assertThat(texts(kept.path("user_defined_names"))).containsExactly(form.name());
    assertThat(texts(kept.path("filtered_extensions"))).containsExactly(form.extension());
    assertThat(texts(kept.path("user_defined_extensions"))).containsExactly(form.extension());
  }

  @ParameterizedTest
  @CsvSource({
    "lower-case-paths, /archive/b\u00fcro, /cloud/b\u00fcro",
    "trailing-slash, /archive/B\u00fcro/, /Cloud/B\u00fcro/",
    "nfd-filters, /archive/B\u00fcro, /Cloud/B\u00fcro"
  })
  void theTwoPathsOfANewTaskAreKeptInAnotherForm(String behaviour, String local, String cloud) {
    nas.behaviours().add(behaviour);
    create("/archive/B\u00fcro", "/Cloud/B\u00fcro");
    JsonNode created = tasks(5).getLast();
    assertThat(created.path("local_sync_path").asString()).isEqualTo(local);
    assertThat(created.path("remote_sync_path").asString()).isEqualTo(cloud);
  }

  @Test
  void aTaskWhosePathWasKeptInAnotherFormCanBeMadeOnceMore() {
    nas.behaviours().add("nfd-paths");
    for (int i = 0; i < 2; i++) {
      assertThat(create("/archive/B\u00fcro", "/B\u00fcro").get(0).path("success").booleanValue())
          .isTrue();
    }
    assertThat(nas.truth().tasksOf(5))
        .filteredOn(task -> task.localPath().equals(decomposed("/archive/B\u00fcro")))
        .hasSize(2);
  }

  @Test
  void filtersOfANewTaskAreKeptInAnotherFormToo() {
    nas.behaviours().add("lower-case-extensions");
    create(
        "/archive/2024",
        "/2024",
        info -> info.withObject("filter_file").putArray("filtered_extensions").add("JPG"));
    assertThat(texts(filters(15).path("filtered_extensions"))).containsExactly("jpg");
  }

  @Test
  void whatWasThereBeforeStaysAsItIs() {
    setFilters(1, Map.of("filtered_extensions", List.of("JPG")));
    nas.behaviours().add("lower-case-extensions");
    setConnection(1, "max_upload_speed", 3);
    setFilters(2, Map.of("filtered_names", List.of("x")));
    assertThat(texts(filters(1).path("filtered_extensions"))).containsExactly("JPG");
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
