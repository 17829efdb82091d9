package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} is what the catalogue says. */
class SettingsReferenceTest {
  private static final Path PAGE = Path.of("docs", "settings.md");

  @Test
  void theCommittedPageIsWhatTheCatalogueSays() throws IOException {
    String page = SettingsReference.markdown();
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run the tests with -Dcloudsyncctl.update=true and look at what changed")
        .isEqualTo(page);
  }

  @Test
  void everySettingHasItsSectionAndItsWireName() {
    String page = SettingsReference.markdown();
    Catalog.ALL.forEach(setting ->
        assertThat(page)
            .contains("\n### `" + setting.yamlPath() + "`\n\n" + setting.summary() + "\n")
            .contains(
                "`" + setting.group().writeMethod() + "`, parameter `" + setting.parameter()));
  }

  @Test
  void aRiskIsTakenFromTheRuleOfTheSetting() {
    assertThat(SettingsReference.markdown())
        .contains(
            "- Risk: **data-loss**, relinking a connection will delete files in the cloud that are"
                + " missing locally (`false` → `true`, unknown → `true`)\n")
        .contains(
            "- Read: `get_session_setting`, field `no_delete`; an old package has no such method\n");
  }
}
