package io.cloudsyncctl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house: one package, one job, imports only downwards. */
class HouseTest {
  private static final String ROOT = "io.cloudsyncctl";
  private static final int LONGEST_FILE = 500;
  private static final int MOST_CLASSES = 25;

  /** From the roof to the ground: a package imports only those below it. */
  private static final List<String> STOREYS =
      List.of(
          "cli",
          "run",
          "watch",
          "notify",
          "report",
          "finding",
          "fleet",
          "apply",
          "state",
          "plan",
          "git",
          "config",
          "cloudsync",
          "dsm",
          "catalog",
          "model",
          "diagnostic");

  private static final String TEMPLATES = ".templates";

  /** Every package is a room of its own; generated templates belong to the room that they show. */
  private static final SliceAssignment ROOMS =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
          String name = one.getPackageName();
          return SliceIdentifier.of(
              name.endsWith(TEMPLATES)
                  ? name.substring(0, name.length() - TEMPLATES.length())
                  : name);
        }

        @Override
        public String getDescription() {
          return "every package";
        }
      };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<String> storeys() {
    return STOREYS.stream();
  }

  @ParameterizedTest
  @MethodSource("storeys")
  void aPackageImportsOnlyThoseBelowIt(String storey) {
    String[] above =
        STOREYS.subList(0, STOREYS.indexOf(storey)).stream()
            .map(HouseTest::packageName)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageName(storey))
        .should()
        .dependOnClassesThat(resideInAnyPackage(above))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlaceInTheHouse() {
    assertThat(CLASSES.getPackage(ROOT).getSubpackages())
        .extracting(JavaPackage::getRelativeName)
        .allMatch(name -> STOREYS.contains(name) || name.equals("simulator"));
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices().assignedFrom(ROOMS).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageHoldsMoreClassesThanOneCanKeepInMind() {
    Map<String, Long> classes =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .filter(one -> !one.getPackageName().endsWith(TEMPLATES))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(classes)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_CLASSES));
  }

  /** The simulator has the names of the protocol that it shares with the client. */
  @Test
  void noTwoClassesHaveOneName() {
    assertThat(
            CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(one -> !one.getPackageName().startsWith(ROOT + ".simulator"))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info")))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageName("cli"))
        .should()
        .dependOnClassesThat(resideInAPackage("picocli.."))
        .check(CLASSES);
  }

  /**
   * The use cases can be called from anywhere: whom they tell and how they reach a NAS is given.
   */
  @Test
  void runsKnowNoCommandLineAndNoStreams() {
    noClasses()
        .that()
        .resideInAPackage(packageName("run"))
        .should()
        .dependOnClassesThat(
            assignableTo(PrintStream.class)
                .or(assignableTo(Writer.class))
                .or(resideInAnyPackage(packageName("cli"), packageName("simulator"))))
        .check(CLASSES);
  }

  /** Every package of reports but those that all kinds share. */
  static Stream<String> kindsOfReports() {
    return CLASSES.getPackage(ROOT + ".report").getSubpackages().stream()
        .map(JavaPackage::getRelativeName)
        .filter(name -> !List.of("model", "wording", "format").contains(name));
  }

  @ParameterizedTest
  @MethodSource("kindsOfReports")
  void noKindOfReportImportsAnother(String kind) {
    String[] others =
        kindsOfReports()
            .filter(other -> !other.equals(kind))
            .map(other -> packageName("report." + other))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageName("report." + kind))
        .should()
        .dependOnClassesThat(resideInAnyPackage(others))
        .check(CLASSES);
  }

  @Test
  void theSimulatorImportsNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(packageName("simulator"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAPackage(packageName("simulator")))))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineStartsTheSimulator() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packageName("simulator"), packageName("cli"))
        .should()
        .dependOnClassesThat(resideInAPackage(packageName("simulator")))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreamsAndEndsTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageName("cli"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void plansArePure() {
    noClasses()
        .that()
        .resideInAnyPackage(packageName("plan"), packageName("model"), packageName("catalog"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.net.http..", "tools.jackson..", "org.yaml.."))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(packageName("plan"), packageName("model"), packageName("catalog"))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void theWebApiKnowsNoCloudSyncWords() {
    noClasses()
        .that()
        .resideInAPackage(packageName("dsm"))
        .should()
        .dependOnClassesThat(resideInAPackage(packageName("catalog")))
        .check(CLASSES);
  }

  @Test
  void nothingStaticCanChange() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(alwaysTrue())
        .should()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    CLASSES.stream()
        .map(JavaClass::getPackage)
        .filter(one -> !one.getName().endsWith(TEMPLATES))
        .distinct()
        .forEach(
            one -> assertThat(one.isAnnotatedWith(NullMarked.class)).as(one.getName()).isTrue());
  }

  @Test
  void recordsAndConstantsAreTheWayOfTheModel() {
    classes()
        .that()
        .resideInAnyPackage(packageName("model"), packageName("plan"))
        .and()
        .areTopLevelClasses()
        .and()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void noFileIsLongerThanOneCanRead() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) > LONGEST_FILE)
              .toList();
      assertThat(tooLong).isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String packageName(String storey) {
    return ROOT + "." + storey + "..";
  }
}
