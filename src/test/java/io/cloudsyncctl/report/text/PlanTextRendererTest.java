package io.cloudsyncctl.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.report.Golden;
import io.cloudsyncctl.report.RandomPlans;
import io.cloudsyncctl.report.SamplePlans;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans as people read them. */
public class PlanTextRendererTest {
  static final ImmutableList<String> SHORT_WORDS =
      ImmutableList.of("a", "Dropbox", "two words", "共有", "Größe", "😀", "STANDARD_IA", "x,y");
  public static final ImmutableList<String> HOSTILE_WORDS =
      ImmutableList.of(
          "<script>alert(1)</script>",
          "\u001b[2J\u001b]0;owned\u0007",
          "|table|",
          "`code`",
          "\u202Etxt.exe\u200F",
          "line\r\nbreak\u2028",
          "\ud800",
          "😀".repeat(20),
          "n".repeat(4096),
          "\"quoted\" \\ back",
          " ");

  private static String plain(Plan plan, Verb verb) {
    return text(List.of(SamplePlans.done(plan)), TextOptions.plain(verb));
  }

  private static String text(List<NasOutcome<Plan>> outcomes, TextOptions options) {
    return options.verb() == Verb.DRIFT
        ? DriftTextRenderer.render(
            outcomes.stream().map(outcome -> outcome.map(AssessedPlan::of)).toList(),
            Optional.empty(),
            options)
        : PlanTextRenderer.render(outcomes, options);
  }

  private static String body(Plan plan) {
    String text = plain(plan, Verb.PLAN);
    return text.substring(text.indexOf("\n\n") + 2);
  }

  private static List<NasOutcome<Plan>> everything() {
    return List.of(
        SamplePlans.done(SamplePlans.office()),
        SamplePlans.unreachable("branch"),
        SamplePlans.done(SamplePlans.empty("home")));
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void everyKindOfChangeAndObservationReadsWell(Verb verb) throws IOException {
    Golden.check(
        "everything." + verb.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt",
        text(everything(), TextOptions.plain(verb)));
  }

  @Test
  void everyKindOfChangeHasItsColour() throws IOException {
    Golden.check(
        "everything.plan.ansi",
        PlanTextRenderer.render(everything(), new TextOptions(true, 80, Verb.PLAN)));
  }

  @Test
  void nothingToDoIsOneSentence() {
    assertThat(body(SamplePlans.empty("office"))).isEqualTo("No changes. office is as declared.\n");
    assertThat(plain(SamplePlans.empty("office"), Verb.DRIFT))
        .endsWith("\nNo drift. office is as declared.\n");
  }

  @Test
  void whatTheNasDoesNotAnswerIsNotClaimedToBeAsDeclared() {
    Observation unverifiable =
        new Observation.Unverifiable(
            SamplePlans.DROPBOX.task(SamplePlans.DOCS),
            TaskSettings.CONVERT_GD,
            false,
            Instant.parse("2026-12-31T23:59:59Z"),
            SamplePlans.at(9));
    assertThat(body(new Plan("office", ImmutableList.of(), ImmutableList.of(unverifiable))))
        .isEqualTo(
            """
              Unverifiable (no getter answers them), last written:
                office/Dropbox/test_share/WebDAV test/subfolder:/docs
                  convert_gd  false  on 2026-12-31 23:59 UTC                   office.yaml:9

            No changes. office is as declared (1 setting cannot be verified).
            """);
  }

  @Test
  void aConnectionThatCannotBeReadIsNeverCountedAsClean() {
    Observation unreadable =
        new Observation.Unreadable(
            SamplePlans.DROPBOX, "the login sees only its own", SamplePlans.at(9));
    Plan plan = new Plan("office", ImmutableList.of(), ImmutableList.of(unreadable));
    assertThat(body(plan))
        .isEqualTo(
            """
              Not readable, so neither there nor absent:
                office/Dropbox                                                 office.yaml:9
                  the login sees only its own

            No changes, but office cannot be read in full, so it is not known to be as
            declared.
            """);
    assertThat(
            PlanTextRenderer.render(
                List.of(SamplePlans.done(plan), SamplePlans.unreachable("branch")),
                TextOptions.plain(Verb.PLAN)))
        .endsWith(
            """

            2 NAS: 0 as declared, 0 with changes, 1 not read in full, 1 failed.
            Failed: branch.
            """);
  }

  @Test
  void aScheduleOfWhichNothingIsKnownShowsWhatWillBe() {
    Plan plan =
        SamplePlans.of(
            SamplePlans.update(
                SamplePlans.DROPBOX,
                SamplePlans.DROPBOX_TARGET,
                SamplePlans.unknown(ConnectionSettings.SCHEDULE_HOURS, SamplePlans.weekdays(), 7)));
    assertThat(body(plan))
        .startsWith(
            """
              office/Dropbox
                ~ change the schedule
                  hours  (unknown) → 60 hours a week                           office.yaml:7
                        0  3  6  9  12 15 18 21
                    Sun ........................
                    Mon ......############......  on 6-18
                    Tue ......############......  on 6-18
                    Wed ......############......  on 6-18
                    Thu ......############......  on 6-18
                    Fri ......############......  on 6-18
                    Sat ........................
                        # on  . off
                  (unknown): no getter answers it
            """);
  }

  @Test
  void aRowThatChangesTooOftenForWordsStandsAlone() {
    WeekHours odd = new WeekHours("01".repeat(84));
    WeekHours even = new WeekHours("10".repeat(84));
    Plan plan =
        SamplePlans.of(
            SamplePlans.update(
                SamplePlans.DROPBOX,
                SamplePlans.DROPBOX_TARGET,
                SamplePlans.known(ConnectionSettings.SCHEDULE_HOURS, odd, even, 7)));
    assertThat(body(plan)).contains("\n        Sat +-+-+-+-+-+-+-+-+-+-+-+-\n");
  }

  @Test
  void entriesAreComparedAsTheNasDoesAndWrapBesideTheirPlace() {
    Plan plan =
        SamplePlans.of(
            SamplePlans.update(
                SamplePlans.DROPBOX.task(SamplePlans.DOCS),
                new Target.OfTask(SamplePlans.DROPBOX_TARGET, 4L, SamplePlans.DOCS, "f4"),
                SamplePlans.known(
                    TaskSettings.FILTERED_EXTENSIONS,
                    ImmutableList.of(".ISO", "mkv", "mkv"),
                    ImmutableList.of("iso", "aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"),
                    7)));
    assertThat(body(plan))
        .contains(
            """
                ~ change the filters
                  filtered_extensions  + aaaaaaaa  + bbbbbbbb  + cccccccc      office.yaml:7
                                       + dddddddd  - mkv  (1 other stays)
            """
                .indent(0));
  }

  @Test
  void hostileNamesAreShownAndDoNothing() {
    Address address = Address.ofConnection("office", "\u001b[2J<b>|`\u202E", "a\nb");
    Change pause =
        new Change.Pause(
            address,
            new Target.OfConnection(new ConnectionIdentity(3, "x", "db", "me", "u1")),
            "\u001b[0m",
            new Location.InFile("a\tb.yaml", 3, 1));
    assertThat(body(SamplePlans.of(pause)))
        .isEqualTo(
            """
              office/\\u{1B}[2J<b>|`\\u{202E}(a\\u{A}b)
                ‖ pause (its status is \\u{1B}[0m)                             a\\u{9}b.yaml:3

            Plan: 0 to create, 0 to change, 0 to remove, 1 to pause.
            """);
  }

  @Test
  void aNameOfFourKibibytesIsCutInText() {
    Plan plan =
        SamplePlans.of(
            SamplePlans.update(
                SamplePlans.DROPBOX,
                SamplePlans.DROPBOX_TARGET,
                SamplePlans.known(ConnectionSettings.NAME, "o".repeat(4096), "Dropbox", 7)));
    assertThat(body(plan))
        .contains(
            "      name"
                + " ".repeat(57)
                + "office.yaml:7\n          "
                + "o".repeat(240)
                + "…\n          (4096 characters)\n"
                + "        → Dropbox\n");
  }

  @Test
  void aPathWithoutRoomStandsOnALineOfItsOwn() {
    String file = "a-rather-long-folder/another-folder/of-the-repository/office-of-berlin.yaml";
    Change pause =
        new Change.Pause(
            SamplePlans.DROPBOX,
            SamplePlans.DROPBOX_TARGET,
            "syncing",
            new Location.InFile(file, 3, 1));
    assertThat(body(SamplePlans.of(pause)))
        .contains("    ‖ pause (its status is syncing)\n        " + file + ":3\n");
  }

  @Test
  void colourAddsNothingButColourWhateverThePlan() {
    for (int seed = 0; seed < 200; seed++) {
      List<NasOutcome<Plan>> run = new RandomPlans(seed, HOSTILE_WORDS).run();
      String plain = PlanTextRenderer.render(run, TextOptions.plain(Verb.PLAN));
      String colour = PlanTextRenderer.render(run, new TextOptions(true, 80, Verb.PLAN));
      assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).as("seed %d", seed).isEqualTo(plain);
      assertThat(plain.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c)))
          .as("seed %d shows nothing unsafe", seed)
          .isTrue();
    }
  }

  @Test
  void linesKeepToTheWidthOfTheTerminal() {
    for (int seed = 0; seed < 300; seed++) {
      List<NasOutcome<Plan>> run = new RandomPlans(seed, SHORT_WORDS).run();
      for (Verb verb : Verb.values()) {
        for (int width : new int[] {60, 80, 120}) {
          int most = width;
          String text = text(run, new TextOptions(false, width, verb));
          assertThat(
                  text.lines()
                      .filter(line -> DisplayWidth.of(line) > most || line.endsWith(" "))
                      .toList())
              .as("seed %d, width %d", seed, width)
              .isEmpty();
        }
      }
    }
  }
}
