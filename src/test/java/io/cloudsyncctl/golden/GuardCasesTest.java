package io.cloudsyncctl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.CommandRun;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.plan.model.PlanRisk;
import io.cloudsyncctl.plan.prune.PruneDoubt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every folder of {@code src/test/resources/guards} and compares what a person saw with its
 * transcript; {@code -Dcloudsyncctl.update=true} rewrites it. Each guard of the program must say no
 * in one of them, or in one of the {@link GoldenCase golden cases}.
 */
@Tag("slow")
class GuardCasesTest {
  private static final Pattern ROW = Pattern.compile("\\| (`.*`) \\| (.*?) \\| .*");
  private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

  static Stream<GuardCase> cases() throws IOException {
    return GuardCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theGuardSaysWhatItsTranscriptSays(GuardCase guard) throws IOException {
    String transcript = GuardRun.transcript(guard);
    Path file = guard.folder().resolve(GuardCase.TRANSCRIPT);
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.writeString(file, transcript);
    }
    assertThat(transcript).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void everyRefusalHasACase(RefusalCode refusal) throws IOException {
    assertThat(pages()).anyMatch(page -> page.contains("error[" + refusal.code().id() + "]"));
  }

  @ParameterizedTest
  @EnumSource(PruneDoubt.class)
  void everyDoubtThatKeepsFromPruningHasACase(PruneDoubt doubt) throws IOException {
    assertThat(pages()).anyMatch(page -> page.contains("not pruned, since " + doubt.reason()));
  }

  @ParameterizedTest
  @EnumSource(PlanRisk.class)
  void everyRiskThatNoSettingBringsIsRefusedInACase(PlanRisk risk) throws IOException {
    String words = Pattern.quote(risk.reason("%")).replace("%", "\\E.*\\Q");
    Pattern refused = Pattern.compile("error\\[risk-not-accepted]: [^!]*" + words);
    assertThat(pages()).anyMatch(page -> refused.matcher(page).find());
  }

  static Stream<String> flags() {
    return CommandRun.consentOptions().stream();
  }

  @ParameterizedTest
  @MethodSource("flags")
  void everyFlagThatLetsSomethingThroughIsPrintedByARefusal(String flag) throws IOException {
    assertThat(pages())
        .anyMatch(page -> page.contains("if that is what you want, add " + flag + " "));
  }

  @Test
  void theErrorsPageGivesEachRefusalItsExitCode() throws IOException {
    List<String> refusals = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs", "errors.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && Arrays.asList(row.group(2).split(", | or ")).contains("3")) {
        CODE.matcher(row.group(1)).results().forEach(code -> refusals.add(code.group(1)));
      }
    }
    assertThat(refusals)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RefusalCode.values())
                .filter(refusal -> refusal.kind() == FailureKind.REFUSED)
                .map(refusal -> refusal.code().id())
                .toList());
  }

  @Test
  void theUpdateSwitchIsOff() {
    assertThat(Boolean.getBoolean("cloudsyncctl.update"))
        .as("-Dcloudsyncctl.update=true has rewritten the expected files: run again without it")
        .isFalse();
  }

  /** What people see in all cases, on one line where the text was wrapped. */
  private static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    for (GuardCase guard : GuardCase.all().toList()) {
      pages.add(page(guard.folder().resolve(GuardCase.TRANSCRIPT)));
    }
    for (GoldenCase golden : GoldenCase.all().toList()) {
      pages.add(page(golden.folder().resolve("apply.txt")));
    }
    return pages;
  }

  private static String page(Path file) throws IOException {
    return Files.readString(file).replaceAll("\\s+", " ");
  }
}
