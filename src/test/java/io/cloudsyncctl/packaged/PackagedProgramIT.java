package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.packaged.PackagedProgram.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program as a person would who has no Java. */
class PackagedProgramIT {

  private static final Map<String, String> NO_VARIABLES = Map.of();

  /** With this option the Java virtual machine ends with an error where the cache does not fit. */
  private static final Map<String, String> CACHE_REQUIRED =
      Map.of("CLOUDSYNCCTL_JAVA_OPTS", "-XX:AOTMode=on");

  private static final Result VERSION =
      new Result(0, "cloudsyncctl " + System.getProperty("cloudsyncctl.version") + "\n", "");

  /**
   * Modules that libraries name and this program never reaches: bean properties and SQL types of
   * the YAML and JSON mappers, which both work without them.
   */
  private static final Set<String> LEFT_OUT = Set.of("java.desktop", "java.sql");

  private final PackagedProgram program = PackagedProgram.ofThisBuild();

  @TempDir private Path folder;

  @Test
  void startsInAnEmptyEnvironmentAndWritesNothingButTheAnswer() throws Exception {
    assertThat(run(NO_VARIABLES, program.launcher())).isEqualTo(VERSION);
  }

  @Test
  void startsFromItsAheadOfTimeCache() throws Exception {
    assertThat(run(CACHE_REQUIRED, program.launcher())).isEqualTo(VERSION);
  }

  @Test
  void startsThroughAnAbsoluteSymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("csc"), program.launcher());

    Result result = run(CACHE_REQUIRED, link);
    Files.delete(link);

    assertThat(result).isEqualTo(VERSION);
  }

  @Test
  void startsThroughARelativeLinkToALinkToItsFolder() throws Exception {
    Path current = Files.createSymbolicLink(folder.resolve("current"), program.home());
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path link =
        Files.createSymbolicLink(bin.resolve("csc"), Path.of("../current/bin/cloudsyncctl"));

    Result result = run(CACHE_REQUIRED, link);
    Files.delete(current);

    assertThat(result).isEqualTo(VERSION);
  }

  @Test
  void startsFromItsCacheAfterItsFolderHasMoved() throws Exception {
    PackagedProgram copy = program.copyTo(folder.resolve("a folder with blanks"));

    assertThat(run(CACHE_REQUIRED, copy.launcher())).isEqualTo(VERSION);
  }

  @Test
  void startsWithoutItsCache() throws Exception {
    PackagedProgram copy = program.copyTo(folder.resolve("copy"));
    Files.delete(copy.cache());

    assertThat(run(NO_VARIABLES, copy.launcher())).isEqualTo(VERSION);
  }

  @Test
  void saysNothingOfACacheThatIsOfNoUse() throws Exception {
    PackagedProgram copy = program.copyTo(folder.resolve("copy"));
    Files.writeString(copy.cache(), "no cache");

    assertThat(run(NO_VARIABLES, copy.launcher())).isEqualTo(VERSION);
    assertThat(run(CACHE_REQUIRED, copy.launcher()).exit()).isNotZero();
  }

  @Test
  void writesMessagesOfTheJavaVirtualMachineToStandardErrorOnly() throws Exception {
    Result result = run(Map.of("CLOUDSYNCCTL_JAVA_OPTS", "-XX:NoSuchOption=1"), program.launcher());

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.error()).contains("NoSuchOption");
  }

  @Test
  void ignoresVariablesThatAreMeantForOtherJavaPrograms() throws Exception {
    Map<String, String> others =
        Map.of(
            "JAVA_HOME", "/nowhere",
            "JAVA_TOOL_OPTIONS", "-Dother=1",
            "JDK_JAVA_OPTIONS", "-Dother=2",
            "_JAVA_OPTIONS", "-Dother=3",
            "CDPATH", "/");

    assertThat(run(others, program.launcher())).isEqualTo(VERSION);
  }

  @Test
  void carriesEveryJavaModuleThatItsLibrariesUse() throws Exception {
    Set<String> missing = usedModules();
    missing.removeAll(carriedModules());
    missing.removeAll(LEFT_OUT);

    assertThat(missing).as("modules to add to runtime.modules in pom.xml").isEmpty();
  }

  private Result run(Map<String, String> environment, Path launcher) throws Exception {
    return PackagedProgram.run(folder, environment, launcher, "--version");
  }

  private Set<String> usedModules() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--multi-release",
                String.valueOf(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--list-deps",
                "--module-path",
                program.libraries().toString()));
    try (var jars = Files.newDirectoryStream(program.libraries(), "*.jar")) {
      jars.forEach(jar -> arguments.add(jar.toString()));
    }
    StringWriter output = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int exit =
        jdeps.run(
            new PrintWriter(output), new PrintWriter(output), arguments.toArray(String[]::new));
    assertThat(exit).as(output.toString()).isZero();
    // A line is a module, or a module and one of its internal packages after a slash.
    Set<String> modules =
        output
            .toString()
            .lines()
            .filter(line -> line.startsWith("   "))
            .map(line -> line.strip().split("/", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(modules).contains("java.base");
    return modules;
  }

  private Set<String> carriedModules() throws IOException {
    String line =
        Files.readAllLines(program.runtime().resolve("release")).stream()
            .filter(candidate -> candidate.startsWith("MODULES="))
            .findFirst()
            .orElseThrow();
    return Set.of(line.substring("MODULES=".length()).replace("\"", "").split(" "));
  }
}
