package io.cloudsyncctl.config.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.config.schema.SchemaValidator.Place;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.Shown;
import io.cloudsyncctl.config.yaml.Spelling;
import io.cloudsyncctl.diagnostic.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The schema's errors in our words, with the right spelling as a hint. */
public final class SchemaMessages {
  private static final ImmutableSet<String> PLANNED =
      ImmutableSet.of("two_factor", "password_command");

  private static final ImmutableMap<String, String> FORMERLY =
      ImmutableMap.<String, String>builder()
          .put("task_name", "name")
          .put("type", "provider")
          .put("user_name", "account")
          .put("repo_vol_path", "pkg_volume")
          .put("worker_count", "workers")
          .put("isSSE", "is_sse")
          .put("schedule_info", "hours")
          .put("enable", "enabled")
          .put("filtered_names", "filtered_filenames")
          .put("filtered_max_upload_size", "max_upload_size")
          .put("no_delete", "no_delete_on_cloud")
          .put("sync_attr_check_option", "consistency_check")
          .put("google_drive_convert_online_doc", "convert_gd")
          .put("local_sync_path", "local_path")
          .put("remote_sync_path", "cloud_path")
          .put("remote_path", "cloud_path")
          .buildOrThrow();

  private final String subject;
  private final Problems problems;

  /**
   * Messages about a document.
   *
   * @param subject what has the version that the document names
   */
  public SchemaMessages(String subject, Problems problems) {
    this.subject = subject;
    this.problems = problems;
  }

  void report(String keyword, @Nullable String property, Place place) {
    switch (keyword) {
      case "additionalProperties" -> unknownKey(String.valueOf(property), place);
      case "required" -> missingKey(String.valueOf(property), place);
      case "type" -> wrongType(place);
      case "minimum", "maximum" -> outOfRange(place);
      case "minLength" ->
          add(ConfigCode.BAD_VALUE, subject(place) + " must not be empty", place, null);
      case "pattern" -> pattern(place);
      case "enum" -> choice(place);
      case "const" -> version(place);
      case "not" ->
          add(
              ConfigCode.CONFLICTING_KEYS,
              "password and password_file stand side by side",
              place,
              "keep one of the two");
      case "minProperties", "maxProperties" ->
          add(
              ConfigCode.CONFLICTING_KEYS,
              subject(place) + " must hold exactly one of " + String.join(", ", known(place)),
              place,
              null);
      default -> {
        // "if", "then" and "$ref" only lead to the errors inside them, which are reported.
      }
    }
  }

  private void version(Place place) {
    if (isWhole(place.node())) {
      add(
          ConfigCode.BAD_VALUE,
          "this program reads version 1 of " + subject + ", not " + Shown.value(place.node()),
          place,
          "write version: 1");
    }
  }

  /** Other kinds of value are reported as such. */
  private static boolean isWhole(Node node) {
    return node instanceof Node.Scalar scalar
        && (scalar.content() instanceof Content.Whole
            || (scalar.content() instanceof Content.Decimal(BigDecimal value)
                && value != null
                && value.stripTrailingZeros().scale() <= 0));
  }

  private void unknownKey(String key, Place place) {
    if (!(place.node() instanceof Node.Mapping mapping)) {
      return;
    }
    Node.Entry entry = mapping.entries().get(key);
    Location.InFile at = entry == null ? place.node().at() : entry.key().at();
    if (PLANNED.contains(key) && place.name().equals("nas")) {
      problems.add(
          ConfigCode.NOT_SUPPORTED_YET,
          key + " is not supported yet",
          at,
          key.equals("two_factor")
              ? "use an account without two-factor sign-in that may only use Cloud Sync"
              : "use password_file, or password: ${env:NAME}");
      return;
    }
    int colon = key.indexOf(':');
    if (colon > 0) {
      // A value may stand behind the colon, and it may be a secret.
      problems.add(
          ConfigCode.UNKNOWN_KEY,
          "a key that holds a colon, beginning with " + Shown.quoted(key.substring(0, colon)),
          at,
          "put a space after the colon");
      return;
    }
    List<String> known = known(place);
    String documented = FORMERLY.get(key);
    String hint;
    if (documented != null && known.contains(documented)) {
      hint = "here it is called " + documented;
    } else if (key.equals("accept_risk")) {
      hint =
          "a risk is accepted one by one: write it beside the connection or task that it is of, or"
              + " in package";
    } else {
      hint = Spelling.hint(key, known, "known here: " + String.join(", ", known));
    }
    String where = place.root() ? "at the top of the file" : "in " + container(place);
    problems.add(
        ConfigCode.UNKNOWN_KEY, "unknown key " + Shown.quoted(key) + " " + where, at, hint);
  }

  private void missingKey(String key, Place place) {
    String what = place.root() ? "the file" : container(place);
    String hint =
        switch (key) {
          case "version" -> "write version: 1";
          case "url" -> "write url: https://HOST:5001";
          case "reason" ->
              place.name().equals("ignores")
                  ? "say why it does not count"
                  : "say why the risk was accepted";
          case "owner" -> "name the person or team that answers for it";
          case "expires" -> "say until when it holds: " + Shape.DATE.hint();
          case "address" -> "write it as drift prints it; * stands for any text";
          case "class" -> "name the class of risk, such as data-loss";
          default -> null;
        };
    problems.add(ConfigCode.MISSING_KEY, what + " needs the key " + key, place.node().at(), hint);
  }

  private void wrongType(Place place) {
    // Where a mapping is due, a text is keys without a space after the colon: maybe a secret.
    boolean brief = SchemaWalk.types(place.schema()).contains("object");
    String is = brief ? Shown.kind(place.node()) : Shown.value(place.node());
    add(
        ConfigCode.WRONG_TYPE,
        subject(place) + " must be " + expected(place.schema()) + ", but it is " + is,
        place,
        TypeHints.of(place.node(), place.name(), place.schema()));
  }

  private void outOfRange(Place place) {
    if (!isWhole(place.node())) {
      return;
    }
    long minimum = place.schema().path("minimum").asLong();
    long maximum = place.schema().path("maximum").asLong();
    problems.add(
        ConfigCode.OUT_OF_RANGE,
        rangeMessage(subject(place), minimum, maximum, place.node()),
        place.node().at(),
        null);
  }

  /** "X must be 1 … 20, but it is the number 0". */
  public static String rangeMessage(
      String subject, long minimum, long maximum, @Nullable Node node) {
    String range = maximum == Long.MAX_VALUE ? minimum + " or more" : minimum + " … " + maximum;
    String number =
        node instanceof Node.Scalar scalar && !scalar.trait().secret()
            ? ", but it is " + Shown.value(scalar)
            : "";
    boolean beyond =
        maximum == Long.MAX_VALUE
            && node instanceof Node.Scalar scalar
            && !scalar.text().startsWith("-");
    return beyond
        ? subject + " is larger than any NAS can hold"
        : subject + " must be " + range + number;
  }

  private void pattern(Place place) {
    Shape shape = Shape.of(place.schema().path("pattern").asString("")).orElseThrow();
    // A password may stand in an address.
    String is = shape == Shape.URL ? "" : ", but it is " + Shown.value(place.node());
    add(
        ConfigCode.BAD_VALUE,
        subject(place) + " must be " + shape.words() + is,
        place,
        TypeHints.ofShape(place.node(), shape));
  }

  private void choice(Place place) {
    if (!(place.node() instanceof Node.Scalar scalar) || !scalar.isText()) {
      return;
    }
    List<String> words = words(place.schema());
    String text = scalar.trait().secret() ? "" : scalar.text();
    add(
        ConfigCode.BAD_VALUE,
        subject(place)
            + " must be "
            + expected(place.schema())
            + ", but it is "
            + Shown.value(scalar),
        place,
        Spelling.nearest(text, words).map(word -> "did you mean " + word + "?").orElse(null));
  }

  private static List<String> known(Place place) {
    return ImmutableList.copyOf(place.schema().path("properties").propertyNames());
  }

  private static List<String> words(JsonNode schema) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : schema.path("enum")) {
      if (word.isString()) {
        words.add(word.asString());
      }
    }
    return words;
  }

  /** What a schema takes, behind "must be". */
  private static String expected(JsonNode schema) {
    List<String> words = words(schema);
    if (!words.isEmpty()) {
      return (words.size() == 2 ? "" : "one of ")
          + words.stream().collect(Collectors.joining(words.size() == 2 ? " or " : ", "));
    }
    ImmutableSet<String> types = SchemaWalk.types(schema);
    String pattern = schema.path("pattern").asString("");
    if (types.contains("integer")) {
      return types.contains("string") ? Shape.of(pattern).orElseThrow().words() : "a whole number";
    }
    if (types.contains("boolean")) {
      return "true or false";
    }
    if (types.contains("array")) {
      return "a list";
    }
    return types.contains("object") ? "a mapping" : "text";
  }

  private static String subject(Place place) {
    return place.root() ? "the file" : place.item() ? "an entry of " + place.name() : place.name();
  }

  private static String container(Place place) {
    if (!place.item()) {
      return place.name();
    }
    return switch (place.name()) {
      case "connections" -> "a connection";
      case "tasks" -> "a task";
      default -> "an entry of " + place.name();
    };
  }

  private void add(ConfigCode code, String message, Place place, @Nullable String hint) {
    problems.add(code, message, place.node().at(), hint);
  }
}
