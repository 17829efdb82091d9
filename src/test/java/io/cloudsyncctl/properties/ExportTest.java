package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ExportTest {
  @TempDir Path folder;

  @Test
  void what_is_exported_plans_to_nothing_and_holds_no_secret() {
    Cases.forEach(
        "export then plan",
        80,
        one -> {
          ObjectNode state = LiveStates.withHiddenConnections(one.dice());
          try (Site site = new Site(one, folder, state)) {
            InProcess.Result exported =
                site.run("export", "--url", site.nas().url(), "--name", "office");
            assertThat(exported.exitCode()).as(exported.err()).isZero();
            Secrets.assertNoneIn("the export", exported.out() + exported.err());

            Path file = site.file("office.yaml", exported.out());

            assertThat(site.run("plan", file, "--detailed-exitcode").exitCode()).isZero();
            assertThat(site.plannedKinds(file)).isEmpty();
            assertThat(site.run("drift", file).exitCode()).isZero();
          }
        });
  }
}
