package io.cloudsyncctl.report.ci;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.DifferenceKind;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.RunWords;
import io.cloudsyncctl.report.wording.Severities;
import io.cloudsyncctl.report.wording.SourcePaths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run as workflow commands of GitHub Actions: an annotation for each finding and message, the
 * worst first, at the line of YAML. GitHub shows ten of each level for one step; the tenth notice
 * says how many are left out.
 */
public final class GitHubReportRenderer implements ReportRenderer {
  /** How many of each level GitHub shows for a step. */
  static final int MOST = 10;

  private static final int LONGEST_TITLE = 120;

  private final SourcePaths paths;

  /**
   * A renderer.
   *
   * @param paths how files are named: GitHub finds them from the root of the repository
   */
  public GitHubReportRenderer(SourcePaths paths) {
    this.paths = paths;
  }

  /** One annotation; its texts are escaped for people, not yet for a command. */
  private record Annotation(
      Severity severity, Location.@Nullable InFile at, String title, String message) {}

  @Override
  public String render(RunReport report) {
    List<Annotation> all = new ArrayList<>();
    RunWords.cutShortUntold(report).ifPresent(why -> all.add(cutShort(why)));
    report.diagnostics().forEach(one -> all.add(of(one)));
    report.nas().forEach(nas -> addApplied(all, nas));
    addFindings(all, report);
    return commands(all);
  }

  private static Annotation cutShort(String why) {
    return new Annotation(
        Severity.ERROR, null, "cloudsyncctl", RunWords.CUT_SHORT + Escaper.sentence(why));
  }

  private static Annotation of(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    String hint = diagnostic.hint();
    String where =
        location instanceof Location.OnNas onNas ? Escaper.sentence(onNas.text()) + ": " : "";
    return new Annotation(
        diagnostic.severity(),
        location instanceof Location.InFile file ? file : null,
        diagnostic.code().id(),
        where
            + Escaper.sentence(diagnostic.message())
            + (hint == null ? "" : "\nhint: " + Escaper.sentence(hint)));
  }

  private static void addApplied(List<Annotation> all, NasReport nas) {
    String name = Escaper.escape(nas.nas(), LONGEST_TITLE);
    nas.applied()
        .filter(applied -> applied.status().failed())
        .ifPresent(applied ->
            all.add(
                new Annotation(Severity.ERROR, null, name, name + ": " + applied.status().word())));
  }

  private static void addFindings(List<Annotation> all, RunReport report) {
    record Placed(Finding finding, Location.@Nullable InFile at) {}
    List<Placed> placed = new ArrayList<>();
    for (NasReport nas : report.nas()) {
      for (Finding finding : nas.left()) {
        if (finding.counts()) {
          Location.InFile at = finding.difference().at();
          placed.add(
              new Placed(
                  finding,
                  at == null && !nas.files().isEmpty()
                      ? SourcePaths.firstLine(nas.files().getFirst())
                      : at));
        }
      }
    }
    placed.sort(Comparator.comparing(Placed::finding, Severities.WORST_FIRST));
    placed.forEach(one -> all.add(of(one.finding(), one.at(), report.verb())));
  }

  private static Annotation of(Finding finding, Location.@Nullable InFile at, Verb verb) {
    Difference difference = finding.difference();
    String address = LabelText.address(difference.address());
    List<String> lines = new ArrayList<>();
    lines.add(address + ": " + FindingWords.what(difference, verb));
    lines.addAll(FindingWords.details(finding, verb));
    return new Annotation(
        Severities.of(finding),
        at,
        title(finding) + ": " + Escaper.escape(difference.address().text(), LONGEST_TITLE),
        String.join("\n", lines));
  }

  /** The worst that there is to say of a finding, in one word. */
  private static String title(Finding finding) {
    Difference difference = finding.difference();
    return switch (difference.risk()) {
      case DATA_LOSS, DISCONNECT, UNVERIFIABLE, TRAFFIC -> difference.risk().word();
      case NONE -> DifferenceKind.of(difference).id().replace('-', ' ');
    };
  }

  private String commands(List<Annotation> all) {
    Map<Severity, List<Annotation>> byLevel = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      byLevel.put(severity, new ArrayList<>());
    }
    all.forEach(one -> byLevel.getOrDefault(one.severity(), List.of()).add(one));
    boolean fits = byLevel.values().stream().allMatch(level -> level.size() <= MOST);
    StringBuilder text = new StringBuilder();
    List<String> leftOut = new ArrayList<>();
    byLevel.forEach((severity, level) -> {
      // The notice about what is left out is one of the ten.
      int most = !fits && severity == Severity.NOTE ? MOST - 1 : MOST;
      level.stream().limit(most).forEach(one -> text.append(command(one)));
      if (level.size() > most) {
        leftOut.add(Quantity.count(level.size() - most, severity.word()));
      }
    });
    if (!leftOut.isEmpty()) {
      text.append(
          command(
              new Annotation(
                  Severity.NOTE,
                  null,
                  "cloudsyncctl",
                  "not shown, since GitHub shows "
                      + MOST
                      + " annotations of each level: "
                      + leftOut.stream().collect(Collectors.joining(", "))
                      + "; the summary of the job and the other reports have them")));
    }
    return text.toString();
  }

  /** {@code ::error file=office.yaml,line=25,col=5,title=…::message}. */
  private String command(Annotation one) {
    List<String> properties = new ArrayList<>();
    Location.InFile at = one.at();
    if (at != null) {
      properties.add("file=" + property(Escaper.escape(paths.of(at.file()))));
      properties.add("line=" + at.line());
      properties.add("col=" + at.column());
    }
    properties.add("title=" + property(one.title()));
    return "::"
        + level(one.severity())
        + " "
        + String.join(",", properties)
        + "::"
        + data(one.message())
        + "\n";
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR, WARNING -> severity.name().toLowerCase(Locale.ROOT);
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
