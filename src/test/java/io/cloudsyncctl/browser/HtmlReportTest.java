package io.cloudsyncctl.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.html.HtmlReportRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * The HTML report in Chromium, as a file that somebody opens. Without Chromium these tests are
 * skipped and say so; with {@code CLOUDSYNCCTL_BROWSER=required} they fail instead.
 */
class HtmlReportTest {
  private static final int LARGEST_PICTURE = 150_000;
  private static final Path PICTURES = Path.of("docs", "images");

  @TempDir static Path folder;
  private static @Nullable Chromium started;

  @BeforeAll
  static void startTheBrowser() throws IOException {
    Optional<String> missing = Chromium.missing();
    if (missing.isPresent()) {
      String why = "the browser tests need " + missing.get() + ", which .ci/run installs";
      if ("required".equals(System.getenv("CLOUDSYNCCTL_BROWSER"))) {
        fail(why);
      }
      System.out.println("SKIPPED: " + why);
      abort(why);
    }
    for (String sample : samples().toList()) {
      Files.writeString(page(sample), new HtmlReportRenderer().render(report(sample)));
    }
    started = Chromium.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stopTheBrowser() {
    if (started != null) {
      started.close();
    }
  }

  static Stream<String> samples() {
    return ReportGolden.samples();
  }

  private static io.cloudsyncctl.report.model.RunReport report(String sample) {
    return Objects.requireNonNull(SampleReports.all().get(sample));
  }

  private static Path page(String sample) {
    return folder.resolve(sample + ".html");
  }

  private static Chromium chromium() {
    return Objects.requireNonNull(started);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itAsksForNothingAndTheConsoleStaysEmpty(String sample) {
    chromium().requests();
    chromium().consoleMessages();
    chromium().open(page(sample), Screen.DESKTOP);
    assertThat(chromium().requests()).containsOnly(page(sample).toUri().toString());
    assertThat(chromium().consoleMessages()).isEmpty();
    assertThat(chromium().run("return getComputedStyle(document.body).maxWidth"))
        .as("the security policy lets the style sheet through")
        .isNotEqualTo("none");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void axeFindsNothingInLightAndDark(String sample) throws IOException {
    chromium().open(page(sample), Screen.DESKTOP);
    unfold();
    Axe.load(chromium());
    for (Screen screen : List.of(Screen.DESKTOP, Screen.DARK, Screen.DARK_PHONE)) {
      chromium().show(screen);
      assertThat(Axe.violations(chromium())).as(sample + " on " + screen).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itFitsAPhone(String sample) {
    chromium().open(page(sample), Screen.PHONE);
    unfold();
    assertThat(chromium().run("return document.documentElement.scrollWidth")).isEqualTo(360L);
    assertThat(
            chromium()
                .run(
                    """
                    return [...document.querySelectorAll('body *')]
                      .filter(one => !one.closest('.scroll, .unseen, .skip')
                        && one.getBoundingClientRect().right > 360)
                      .map(one => one.outerHTML.slice(0, 200));
                    """))
        .isEqualTo(List.of());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTabKeyLeadsToEverythingThatCanBeUsedAndShowsWhere(String sample) {
    chromium().open(page(sample), Screen.DESKTOP);
    Set<String> wanted =
        texts(
            chromium()
                .run(
                    """
                    let number = 0;
                    return [...document.querySelectorAll('a, summary, .scroll')]
                      .map(one => one.dataset.number = String(++number));
                    """));
    Set<String> reached = new LinkedHashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      new Actions(chromium().driver()).sendKeys(Keys.TAB).perform();
      reached.add(
          String.valueOf(
              chromium()
                  .run(
                      """
                      const one = document.activeElement;
                      return getComputedStyle(one).outlineStyle === 'none'
                        ? 'no outline around ' + one.outerHTML.slice(0, 200)
                        : String(one.dataset.number);
                      """)));
    }
    assertThat(reached).isEqualTo(wanted);
  }

  @Test
  void theKeyboardUnfoldsWhatIsFolded() {
    chromium().open(page("every-kind"), Screen.DESKTOP);
    chromium().run("document.querySelector('details:not([open]) > summary').focus()");
    Object before = chromium().run("return document.querySelectorAll('details[open]').length");
    new Actions(chromium().driver()).sendKeys(Keys.ENTER).perform();
    assertThat(chromium().run("return document.querySelectorAll('details[open]').length"))
        .isEqualTo((Long) before + 1);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void onPaperEverythingIsUnfolded(String sample) {
    chromium().open(page(sample), Screen.PAPER);
    assertThat(
            chromium()
                .run(
                    """
                    return [...document.querySelectorAll('details > :not(summary)')]
                      .filter(one => !one.checkVisibility()
                        || one.getBoundingClientRect().height === 0)
                      .map(one => one.outerHTML.slice(0, 200));
                    """))
        .isEqualTo(List.of());
    assertThat(chromium().run("return document.documentElement.scrollWidth")).isEqualTo(720L);
  }

  @Test
  void hostileNamesStayText() {
    chromium().open(page("hostile"), Screen.DESKTOP);
    assertThat(
            chromium()
                .run("return document.querySelectorAll('script, iframe, img, object').length"))
        .isEqualTo(0L);
    assertThat(String.valueOf(chromium().run("return document.body.textContent")))
        .contains("<script>alert(1)</script>")
        .contains("\\u{202E}txt.exe\\u{200F}")
        .contains("\\u{1B}[2J");
  }

  /** {@code -Dcloudsyncctl.screenshots=true} takes the pictures of the documentation again. */
  @Test
  void thePicturesOfTheDocumentationAreThereAndSmall() throws IOException {
    if (Boolean.getBoolean("cloudsyncctl.screenshots")) {
      Files.createDirectories(PICTURES);
      take("drift", new Screen(1180, 830, false, false, "screen"), "report-drift.png");
      take("schedule", new Screen(1180, 740, false, true, "screen"), "report-schedule-dark.png");
      take("refused", new Screen(360, 720, true, false, "screen"), "report-phone.png");
    }
    List<Path> pictures = new ArrayList<>();
    try (Stream<Path> files = Files.list(PICTURES)) {
      files.filter(file -> file.toString().endsWith(".png")).forEach(pictures::add);
    }
    assertThat(pictures).hasSizeGreaterThanOrEqualTo(3);
    for (Path picture : pictures) {
      assertThat(Files.size(picture)).as(picture.toString()).isLessThan(LARGEST_PICTURE);
    }
  }

  private static void take(String sample, Screen screen, String name) throws IOException {
    chromium().open(page(sample), screen);
    Files.write(PICTURES.resolve(name), chromium().screenshot());
  }

  private static void unfold() {
    chromium().run("document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  private static Set<String> texts(Object list) {
    Set<String> texts = new LinkedHashSet<>();
    if (list instanceof List<?> entries) {
      entries.forEach(entry -> texts.add(String.valueOf(entry)));
    }
    return texts;
  }
}
