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
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.report.model.Verb;
import java.util.ArrayList;
import java.util.List;

/** A finding in sentences, each on one line and escaped by {@link Escaper}. */
public final class FindingSentences {
  private FindingSentences() {}

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

  /** Everything else that there is to say. */
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

  /** Whose it is, since when, and who has said that it may be. */
  public static ImmutableList<String> judgements(Finding finding, Verb verb) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    if (verb == Verb.DRIFT || finding.attribution() != Attribution.UNATTRIBUTED) {
      lines.add(attribution(finding));
    }
    finding.history().map(FindingSentences::history).ifPresent(lines::add);
    switch (finding.standing()) {
      case Standing.Counts _ -> {}
      case Standing.Ignored(Ignore ignore) -> lines.add("ignored " + ignored(ignore));
      case Standing.Lapsed(Ignore ignore) ->
          lines.add("its ignore has run out: it held " + ignored(ignore));
    }
    return lines.build();
  }

  /** {@code until 2027-01-31 by OWNER: REASON (ignores.yaml:3)}. */
  public static String ignored(Ignore ignore) {
    return "until "
        + ignore.expires()
        + " by "
        + Escaper.escape(ignore.owner(), ValueText.LONGEST)
        + ": "
        + Escaper.sentence(ignore.reason())
        + " ("
        + LabelText.place(ignore.at())
        + ")";
  }

  private static String attribution(Finding finding) {
    return switch (finding.attribution()) {
      case PENDING -> "pending: the declaration has changed, the NAS has not";
      case DRIFT -> "drift: the NAS has changed, the declaration has not";
      case BOTH -> "both: the declaration and the NAS have changed, each to something else";
      case UNATTRIBUTED -> "unattributed: there is no baseline to compare with";
    };
  }

  private static String history(History history) {
    String seen =
        "first seen "
            + LabelText.time(history.firstSeen())
            + ", in "
            + Quantity.count(history.reports(), "report");
    return history.spells() > 1
        ? seen + ", gone in between " + Quantity.count(history.spells() - 1, "time")
        : seen;
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
  @SuppressWarnings("unchecked")
  private static <T> String values(FieldChange<T> field) {
    if (field.setting().type() instanceof TextSetType type
        && field.before() instanceof Value.Known<T>(T before)) {
      return entries(
          ListDifference.of(
              type, (ImmutableList<String>) before, (ImmutableList<String>) field.after()));
    }
    return ValueText.of(field.setting(), field.before())
        + " → "
        + ValueText.of(field.setting(), field.after());
  }

  private static String entries(ListDifference difference) {
    List<String> entries = new ArrayList<>();
    difference.added().forEach(entry -> entries.add("+ " + ValueText.text(entry)));
    difference.removed().forEach(entry -> entries.add("- " + ValueText.text(entry)));
    if (difference.staying() > 0) {
      entries.add("(" + difference.staying() + " more)");
    }
    return String.join("  ", entries);
  }
}
