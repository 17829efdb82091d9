package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.setting.Acceptable;
import io.cloudsyncctl.model.setting.Unrest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that connections and tasks have besides their settings. */
final class DeclaredFields {
  private DeclaredFields() {}

  static @Nullable Declared<String> text(Node.Mapping mapping, String key) {
    return mapping.get(key) instanceof Node.Scalar scalar && scalar.isText()
        ? new Declared<>(scalar.text(), scalar.at())
        : null;
  }

  static @Nullable Declared<Boolean> flag(Node.Mapping mapping, String key) {
    return mapping.get(key) instanceof Node.Scalar scalar
            && scalar.content() instanceof Content.Flag(boolean value)
        ? new Declared<>(value, scalar.at())
        : null;
  }

  static boolean isTrue(Node.Mapping mapping, String key) {
    Declared<Boolean> flag = flag(mapping, key);
    return flag != null && flag.value();
  }

  static Presence presence(Node.Mapping mapping) {
    return "absent".equals(mapping.text("state")) ? Presence.ABSENT : Presence.PRESENT;
  }

  static ImmutableList<AcceptedRisk> acceptedRisks(Node.Mapping mapping, Problems problems) {
    ImmutableList.Builder<AcceptedRisk> accepted = ImmutableList.builder();
    for (Node.Mapping entry : mapping.mappings("accept_risk")) {
      Optional<Acceptable> risk =
          Acceptable.all().stream()
              .filter(value -> value.word().equals(entry.text("class")))
              .findFirst();
      String reason = entry.text("reason");
      LocalDate expires = date(entry, problems);
      if (risk.isPresent() && !risk.get().dangerous()) {
        acceptedForNothing(risk.get(), entry, problems);
      }
      if (risk.isPresent() && risk.get() instanceof Unrest && entry.get("setting") != null) {
        acceptedOfOneSetting(entry, problems);
      }
      if (risk.isPresent() && reason != null) {
        accepted.add(
            new AcceptedRisk(entry.text("setting"), risk.get(), reason, expires, entry.at()));
      }
    }
    return accepted.build();
  }

  private static void acceptedOfOneSetting(Node.Mapping entry, Problems problems) {
    Declared<String> text = text(entry, "setting");
    problems.add(
        ConfigCode.ACCEPTED_FOR_NOTHING,
        "a connection rests as a whole, so " + Unrest.NOT_AT_REST.word() + " is of no setting",
        text == null ? entry.at() : text.at(),
        "remove setting from the entry");
  }

  private static void acceptedForNothing(Acceptable risk, Node.Mapping entry, Problems problems) {
    Declared<String> text = text(entry, "class");
    problems.add(
        ConfigCode.ACCEPTED_FOR_NOTHING,
        "changes of the class " + risk.word() + " are made without anybody's acceptance",
        text == null ? entry.at() : text.at(),
        "remove the entry, or was disconnect or data-loss meant?");
  }

  /** The day at {@code expires}; null where there is none, or none that a calendar has. */
  static @Nullable LocalDate date(Node.Mapping entry, Problems problems) {
    Declared<String> text = text(entry, "expires");
    if (text == null || !text.value().matches(Shape.DATE.regex())) {
      return null;
    }
    try {
      return LocalDate.parse(text.value());
    } catch (DateTimeException e) {
      problems.add(
          ConfigCode.BAD_VALUE,
          "expires names a day that no calendar has",
          text.at(),
          Shape.DATE.hint());
      return null;
    }
  }
}
