package io.cloudsyncctl.report.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.fact.Fact;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.ScheduleGrid;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.ListDifference;
import io.cloudsyncctl.report.wording.Style;
import io.cloudsyncctl.report.wording.ValueText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is no longer as it was, as text for people: what it was, then what it is. */
public final class StateChangeText {
  private static final int INDENT = 4;

  private final Page page;
  private final String none;

  private StateChangeText(Page page, String none) {
    this.page = page;
    this.none = none;
  }

  /** What has moved on a NAS. */
  public static String onNas(String nas, List<StateChange> movements, TextOptions options) {
    return render(
        "Changed on " + Escaper.escape(nas) + " since the plan was made:",
        movements,
        "(not readable)",
        options);
  }

  /** What is declared otherwise, although the files are the same. */
  public static String declared(String nas, List<StateChange> movements, TextOptions options) {
    return render(
        "Declared otherwise for " + Escaper.escape(nas) + " than when the plan was made:",
        movements,
        "(not declared)",
        options);
  }

  private static String render(
      String heading, List<StateChange> movements, String none, TextOptions options) {
    Page page = new Page(options.width());
    page.add(Line.indented(0));
    page.paragraph(Line.indented(0), heading, Style.ATTENTION);
    StateChangeText text = new StateChangeText(page, none);
    @Nullable Address last = null;
    for (StateChange movement : movements) {
      if (!Objects.equals(last, movement.address())) {
        last = movement.address();
        page.blank();
        page.add(Line.indented(2).add(LabelText.address(last), Style.HEADING));
      }
      text.add(movement);
    }
    page.add(Line.indented(0));
    return page.text(options.colour());
  }

  private void add(StateChange movement) {
    if (movement.ofPresence()) {
      page.add(Line.indented(INDENT).add(presence(movement), Style.CHANGED));
      return;
    }
    Line key = Line.indented(INDENT).add(Escaper.escape(movement.key())).add("  ");
    if (movement.before().isEmpty() && movement.now().isEmpty()) {
      page.paragraph(key, "what was last written of it is no longer known", Style.CHANGED);
      return;
    }
    Optional<Setting<?>> setting = movement.setting();
    if (setting.isEmpty() || !addSetting(movement, setting.get(), key)) {
      addValues(key, words(movement, movement.before()), words(movement, movement.now()));
    }
  }

  private static String presence(StateChange movement) {
    if (movement.now().isEmpty()) {
      return "is no longer there";
    }
    return movement.before().isEmpty()
        ? "has appeared"
        : "was removed and made anew: it has another id";
  }

  /** As its type is shown everywhere; not where a value cannot be read as one of its type. */
  private <T> boolean addSetting(StateChange movement, Setting<T> setting, Line key) {
    Optional<T> before;
    Optional<T> now;
    try {
      before = decoded(setting, movement.before());
      now = decoded(setting, movement.now());
    } catch (WireFormatException e) {
      return false;
    }
    if (before.isPresent() && now.isPresent() && setting.type() instanceof TextSetType type) {
      return addEntries(key, type, before.get(), now.get());
    }
    addValues(key, text(setting, before), text(setting, now));
    if (setting.type() instanceof WeekHoursType && now.isPresent()) {
      ScheduleGrid.add(page, INDENT + 2, before.map(WeekHours.class::cast), (WeekHours) now.get());
    }
    return true;
  }

  private static <T> Optional<T> decoded(Setting<T> setting, Optional<WireValue> value)
      throws WireFormatException {
    return value.isEmpty() ? Optional.empty() : Optional.of(setting.codec().decode(value.get()));
  }

  private <T> String text(Setting<T> setting, Optional<T> value) {
    return value.isEmpty() ? none : ValueText.of(setting, value.get());
  }

  @SuppressWarnings("unchecked")
  private boolean addEntries(Line key, TextSetType type, Object left, Object right) {
    ImmutableList<String> before = (ImmutableList<String>) left;
    ImmutableList<String> now = (ImmutableList<String>) right;
    List<String> entries = new ArrayList<>(ListDifference.of(type, before, now).changed().toList());
    entries.addAll(rewritten(type, before, now));
    page.paragraph(key, String.join("  ", entries), Style.PLAIN);
    return true;
  }

  /** Entries that mean the same, and that the NAS has in another form by now. */
  private static List<String> rewritten(
      TextSetType type, ImmutableList<String> before, ImmutableList<String> now) {
    TextSet was = TextSet.of(type.kind(), before);
    TextSet is = TextSet.of(type.kind(), now);
    List<String> entries = new ArrayList<>();
    for (String meaning : was.meanings()) {
      ImmutableSet<String> forms = is.forms().get(meaning);
      if (!forms.isEmpty() && !forms.equals(was.forms().get(meaning))) {
        String old = ValueText.text(String.join(", ", was.forms().get(meaning)));
        String young = ValueText.text(String.join(", ", forms));
        entries.add(
            "~ "
                + (composed(old).equals(composed(young))
                    ? old + " (in another Unicode form)"
                    : old + " → " + young));
      }
    }
    return entries;
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private void addValues(Line key, String before, String now) {
    int left = key.width();
    if (left + DisplayWidth.of(before) + 3 + DisplayWidth.of(now) <= page.width()) {
      page.add(key.add(before, Style.REMOVED).add(" → ").add(now, Style.ADDED));
      return;
    }
    page.paragraph(key, before, Style.REMOVED);
    page.paragraph(Line.indented(INDENT + 2).add("→ "), now, Style.ADDED);
  }

  private String words(StateChange movement, Optional<WireValue> value) {
    if (value.isEmpty()) {
      return none;
    }
    if (movement.key().equals(Fact.STATUS)
        && value.get() instanceof WireValue.Text(String status)) {
      return status(status);
    }
    return words(value.get());
  }

  private static String status(String status) {
    if (ConnectionStatus.of(status) == ConnectionStatus.PAUSE) {
      return "paused";
    }
    return status.equals(Fact.ACTIVE) ? "not paused" : ValueText.text(status);
  }

  private static String words(WireValue value) {
    return switch (value) {
      case WireValue.Text(String text) -> ValueText.text(text);
      case WireValue.Whole(long number) -> Long.toString(number);
      case WireValue.Decimal(var number) -> number.toPlainString();
      case WireValue.Flag(boolean flag) -> Boolean.toString(flag);
      case WireValue.Null _ -> "(null)";
      case WireValue.Items(var entries) ->
          entries.isEmpty()
              ? "(no entries)"
              : entries.stream().map(StateChangeText::words).collect(Collectors.joining(", "));
      case WireValue.Members(var members) ->
          members.entrySet().stream()
              .map(member -> Escaper.escape(member.getKey()) + " " + words(member.getValue()))
              .collect(Collectors.joining(" "));
    };
  }
}
