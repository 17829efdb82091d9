package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every YAML block of the documentation loads without an error or a warning. */
class YamlBlocksTest {
  private static final String NAS =
      "version: 1\nnas:\n  name: docs\n  url: https://nas.example.lan:5001\n";
  private static final String CONNECTION = NAS + "connections:\n  - name: Documented\n";

  private static final String TASK =
      CONNECTION + "    tasks:\n      - local_path: /share/docs\n        cloud_path: /docs\n";

  @TempDir Path folder;

  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyYamlBlockLoads(MarkdownPage page) throws IOException {
    for (MarkdownPage.Block block : page.blocks()) {
      if (block.language().equals("yaml")) {
        String name = block.notes().getOrDefault("file", "block-" + block.first() + ".yaml");
        Path file = Files.writeString(folder.resolve(name), whole(page, block));
        boolean partOfAnother =
            !block.notes().containsKey("in") && !block.text().contains("name: ");
        if (!name.equals("mistakes.yaml") && !partOfAnother && !serves(block)) {
          LoadResult result = new ConfigLoader().load(List.of(file), Loading.offline());
          assertThat(result.diagnostics()).as(page + ":" + block.first()).isEmpty();
          assertThat(result.states()).hasSize(1);
        }
      }
    }
  }

  /** A file that only others extend names no NAS. */
  private static boolean serves(MarkdownPage.Block block) {
    return block.notes().containsKey("file")
        && !block.text().contains("url: ")
        && !block.text().contains("extends: ");
  }

  private static String whole(MarkdownPage page, MarkdownPage.Block block) {
    String place = block.notes().get("in");
    if (place == null) {
      assertThat(block.notes())
          .as(page + ":" + block.first() + " is neither a file nor inside one")
          .containsKey("file");
      return block.text();
    }
    return switch (place) {
      case "top" -> NAS + block.text();
      case "nas" -> NAS + block.text().indent(2);
      case "connection" -> CONNECTION + block.text().indent(4);
      case "task" -> TASK + block.text().indent(8);
      default -> throw new IllegalArgumentException("no place for YAML is named " + place);
    };
  }
}
