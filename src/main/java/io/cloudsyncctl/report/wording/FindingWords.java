package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.History;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.report.model.Verb;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A finding in words, escaped by {@link Escaper}: every kind of report takes them from here. */
public final class FindingWords {
  private FindingWords() {}

  /** What differs and how: {@code settings.max_upload_speed: 0 (no limit) → 2048}. */
  public static String what(Difference difference, Verb verb) {
    return switch (difference) {
      case Difference.OfSetting(Change.Update _, FieldChange<?> field) ->
          difference.aspect() + ": " + values(field);
      case Difference.OfWhole(Change.Manual manual) ->
          "by hand: " + Escaper.sentence(manual.what());
      case Difference.OfWhole(Change change) -> Wording.phrase(change, verb);
      case Difference.Unseen(var observation) ->
          "declared, but cannot be seen: " + Escaper.sentence(observation.why());
      case Difference.Undeclared _ -> "on the NAS, but nobody declared it";
    };
  }

  /** Everything else that there is to say, below one another. */
  public static ImmutableList<String> details(Finding finding, Verb verb) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    Difference difference = finding.difference();
    risks(difference).stream()
        .filter(risk -> risk.risk() != Risk.NONE)
        .map(risk -> "risk " + risk.risk().word() + ": " + Escaper.sentence(risk.reason()))
        .forEach(lines::add);
    blocked(difference, lines);
    return lines.addAll(judgements(finding, verb)).build();
  }

  /** How it came to be, and who has said that it may be. */
  public static ImmutableList<String> judgements(Finding finding, Verb verb) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    if (verb == Verb.DRIFT || causeIsKnown(finding)) {
      lines.add("cause: " + cause(finding));
    }
    switch (finding.standing()) {
      case Standing.Counts _ -> {}
      case Standing.Ignored(Ignore ignore) -> lines.add("ignored: " + until(ignore));
      case Standing.Lapsed(Ignore ignore) -> lines.add("counts again: ignored " + until(ignore));
    }
    return lines.build();
  }

  /** Whether there is more to say of how it came to be than that nobody knows. */
  public static boolean causeIsKnown(Finding finding) {
    return finding.attribution() != Attribution.UNATTRIBUTED || finding.history().isPresent();
  }

  /** {@code changed on the NAS, since 2026-11-20, in 4 reports}. */
  public static String cause(Finding finding) {
    return cause(finding.attribution())
        + finding.history().map(history -> ", " + since(history)).orElse("");
  }

  /** How a difference came to be. */
  public static String cause(Attribution attribution) {
    return switch (attribution) {
      case DRIFT -> "changed on the NAS";
      case PENDING -> "not applied yet (YAML changed)";
      case BOTH -> "changed on both sides";
      case UNATTRIBUTED -> "unknown";
    };
  }

  /** Since when it is there, and how often it was gone in between. */
  public static String since(History history) {
    if (history.reports() == 1) {
      return "new";
    }
    int returns = history.spells() - 1;
    String seen =
        LocalDate.ofInstant(history.firstSeen(), ZoneOffset.UTC)
            + ", in "
            + history.reports()
            + " reports";
    return switch (returns) {
      case 0 -> "since " + seen;
      case 1 -> "first seen " + seen + ", came back once";
      default -> "first seen " + seen + ", came back " + returns + " times";
    };
  }

  /** {@code until 2027-01-31, OWNER: REASON (ignores.yaml:3)}. */
  public static String until(Ignore ignore) {
    return "until "
        + ignore.expires()
        + ", "
        + Escaper.escape(ignore.owner(), ValueText.LONGEST)
        + ": "
        + Escaper.sentence(ignore.reason())
        + " ("
        + LabelText.place(ignore.at())
        + ")";
  }

  private static ImmutableList<RiskFinding> risks(Difference difference) {
    return switch (difference) {
      case Difference.OfSetting(Change.Update _, FieldChange<?> field) -> field.risks();
      case Difference.OfWhole(Change change) -> change.risks();
      case Difference.Unseen _, Difference.Undeclared _ -> ImmutableList.of();
    };
  }

  private static void blocked(Difference difference, ImmutableList.Builder<String> lines) {
    String why =
        switch (difference) {
          case Difference.OfSetting(Change.Update update, var _) -> update.blocked();
          case Difference.OfWhole(Change change) -> change.blockedBy();
          case Difference.Unseen _, Difference.Undeclared _ -> null;
        };
    if (why != null) {
      lines.add("blocked: " + Escaper.sentence(why));
    }
  }

  /** Of two lists only what comes and goes, of all else before and after. */
  private static <T> String values(FieldChange<T> field) {
    return ListDifference.of(field)
        .map(list -> String.join("  ", list.entries()))
        .orElseGet(() ->
            ValueText.of(field.setting(), field.before())
                + " → "
                + ValueText.of(field.setting(), field.after()));
  }
}
