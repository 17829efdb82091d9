package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.setting.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of rules in {@code docs/safety.md} is what the rules say. */
class RiskReferenceTest {
  private static final Path PAGE = Path.of("docs", "safety.md");
  private static final String BEGIN = "<!-- rules of risk: begin -->\n";
  private static final String END = "<!-- rules of risk: end -->\n";

  @Test
  void theCommittedTableIsWhatTheRulesSay() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).isBetween(BEGIN.length(), end);
    String expected =
        page.substring(0, begin) + "\n" + RiskReference.markdown() + "\n" + page.substring(end);
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("run the tests with -Dcloudsyncctl.update=true and look at what changed")
        .isEqualTo(expected);
  }

  @Test
  void everySettingAndEveryClassIsInTheTable() {
    String table = RiskReference.markdown();
    Catalog.ALL.forEach(setting -> assertThat(table).contains("`" + setting.yamlPath() + "`"));
    for (Risk risk : Risk.values()) {
      assertThat(table).contains("| `" + risk.word() + "` | ");
    }
  }

  @Test
  void removalsAndOverlapsAreInTheTable() {
    assertThat(RiskReference.markdown())
        .contains(
            "| `disconnect` | a connection is removed | the connection is unlinked with its tasks;"
                + " only a login in a browser can link it again |\n")
        .contains("| another task writes to the same cloud folder: each may delete what");
  }
}
