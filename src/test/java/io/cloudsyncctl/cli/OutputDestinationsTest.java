package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What commands write goes where people said, also where that is a link or a pipe. */
@EnabledOnOs(OS.LINUX)
class OutputDestinationsTest {
  private static final String WORKERS = "package: { workers: 9 }\n";

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void reportsPlansCapturesAndRecordsGoThroughALink() throws IOException {
    String file = shell.declare("office", nas, WORKERS).toString();
    run("plan", file, "--report", "html=" + link("report.html"), "--out", link("plan.json"));
    run("capture", file, "--force", "-o", link("state.json"));
    run("apply", "--yes", file, "--record", link("record.json"));
    for (String name : new String[] {"report.html", "plan.json", "state.json", "record.json"}) {
      assertThat(shell.file(name)).as(name).isSymbolicLink();
      assertThat(Files.size(shell.file("kept").resolve(name))).as(name).isPositive();
    }
    assertThat(run("show", shell.file("kept/plan.json").toString())).contains("workers");
  }

  @Test
  void reportsAndCapturesGoIntoAPipeOnce() throws Exception {
    String file = shell.declare("office", nas, WORKERS).toString();
    Path pipe = shell.file("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    CompletableFuture<String> metrics = read(pipe);
    run("plan", file, "--report", "prometheus=" + pipe);
    assertThat(metrics.get()).startsWith("# ").containsOnlyOnce("HELP cloudsyncctl_build_info ");

    CompletableFuture<String> state = read(pipe);
    run("capture", file, "-o", pipe.toString());
    assertThat(state.get()).contains("\"cloudsyncctl-state\"");
    assertThat(Files.readAttributes(pipe, "isOther", LinkOption.NOFOLLOW_LINKS))
        .containsEntry("isOther", true);
  }

  private String link(String name) throws IOException {
    Path kept = Files.createDirectories(shell.file("kept"));
    return Files.createSymbolicLink(shell.file(name), kept.resolve(name)).toString();
  }

  private String run(String... arguments) {
    Shell.Result result = shell.run(arguments);
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private static CompletableFuture<String> read(Path pipe) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Files.readString(pipe);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
