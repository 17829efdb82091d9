package io.cloudsyncctl.config.schema;

import static io.cloudsyncctl.config.schema.SchemaParts.choice;
import static io.cloudsyncctl.config.schema.SchemaParts.closed;
import static io.cloudsyncctl.config.schema.SchemaParts.flag;
import static io.cloudsyncctl.config.schema.SchemaParts.list;
import static io.cloudsyncctl.config.schema.SchemaParts.object;
import static io.cloudsyncctl.config.schema.SchemaParts.reference;
import static io.cloudsyncctl.config.schema.SchemaParts.required;
import static io.cloudsyncctl.config.schema.SchemaParts.requiredText;
import static io.cloudsyncctl.config.schema.SchemaParts.shaped;
import static io.cloudsyncctl.config.schema.SchemaParts.text;
import static io.cloudsyncctl.config.schema.SchemaParts.texts;
import static io.cloudsyncctl.config.schema.SchemaParts.typed;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.model.setting.Acceptable;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import io.cloudsyncctl.model.setting.Unrest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The language's JSON Schema (2020-12): for editors as a file, and for the loader. The settings in
 * it come from the catalogue.
 */
public final class SchemaGenerator {
  private static final ImmutableList<String> DAYS =
      ImmutableList.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private SchemaGenerator() {}

  /** The schema's text, ending in a line break. */
  public static String generate() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    return mapper.writeValueAsString(schema()).replace("\r\n", "\n") + "\n";
  }

  public static ObjectNode schema() {
    ObjectNode root = object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:cloudsyncctl:schema:v1");
    root.put("title", "cloudsyncctl desired state, version 1");
    root.put("description", "How one NAS shall be set. What is not declared is not managed.");
    root.put("type", "object");
    root.set("properties", rootProperties());
    root.put("additionalProperties", false);
    // Files that extend others, and those without a NAS, get what is missing from each other.
    ObjectNode whole = object();
    whole.set("required", texts(List.of("nas")));
    whole.set("not", object().set("required", texts(List.of("extends"))));
    ObjectNode complete = object();
    complete.set("required", texts(List.of("version")));
    complete.set(
        "properties", object().set("nas", object().set("required", texts(List.of("name", "url")))));
    root.set("if", whole);
    root.set("then", complete);
    root.set("$defs", definitions());
    return root;
  }

  private static ObjectNode rootProperties() {
    ObjectNode properties = object();
    properties.set("version", typed("The version of the language.", "integer").put("const", 1));
    properties.set(
        "extends",
        list(
            "Files that this one is laid over, later over earlier; paths start at this file's"
                + " folder.",
            requiredText("A file.")));
    ObjectNode vars = typed("Values for ${var:NAME}.", "object", "null");
    vars.set("additionalProperties", typed("A value.", "string", "number", "boolean", "null"));
    properties.set("vars", vars);
    ObjectNode defaults = object();
    defaults.set("connection", reference("connectionDefaults"));
    defaults.set("task", reference("taskDefaults"));
    properties.set(
        "defaults",
        closed(
            "What every declared connection and task has unless it says" + " otherwise.",
            defaults));
    properties.set("nas", reference("nas"));
    properties.set("package", reference("package"));
    properties.set(
        "connections", list("The connections that are managed.", reference("connection")));
    return properties;
  }

  private static ObjectNode definitions() {
    ObjectNode definitions = object();
    definitions.set("nas", SchemaOfNas.nas());
    for (String block : blocks()) {
      definitions.set(block, block(block));
    }
    ObjectNode ofPackage = settings(Subject.PACKAGE);
    ofPackage.set("accept_risk", risks("acceptedPackageRisk"));
    definitions.set("package", closed("The settings of the package.", ofPackage));
    definitions.set("connection", required(closed("A connection.", connection(true)), "name"));
    definitions.set(
        "connectionDefaults", closed("What every declared connection has.", connection(false)));
    definitions.set("task", required(closed("A task.", task(true)), "local_path", "cloud_path"));
    definitions.set("taskDefaults", closed("What every declared task has.", task(false)));
    definitions.set("acceptedPackageRisk", acceptedRisk(Subject.PACKAGE));
    definitions.set("acceptedConnectionRisk", acceptedRisk(Subject.CONNECTION));
    definitions.set("acceptedTaskRisk", acceptedRisk(Subject.TASK));
    definitions.set("hours", hours());
    return definitions;
  }

  /** The blocks inside a package, connection or task, such as {@code settings}. */
  private static List<String> blocks() {
    return Catalog.ALL.stream()
        .map(Setting::relativePath)
        .filter(path -> path.contains("."))
        .map(path -> path.substring(0, path.indexOf('.')))
        .distinct()
        .toList();
  }

  private static ObjectNode block(String name) {
    ObjectNode properties = object();
    for (Setting<?> setting : Catalog.ALL) {
      if (setting.relativePath().startsWith(name + ".")) {
        properties.set(setting.key(), SchemaParts.of(setting.type(), setting.summary()));
      }
    }
    return closed("The block " + name + ".", properties);
  }

  /** The settings that stand directly in a subject, and its blocks. */
  private static ObjectNode settings(Subject subject) {
    ObjectNode properties = object();
    for (Setting<?> setting : Catalog.of(subject)) {
      String path = setting.relativePath();
      int dot = path.indexOf('.');
      if (dot >= 0) {
        properties.set(path.substring(0, dot), reference(path.substring(0, dot)));
      } else if (setting != ConnectionSettings.NAME) {
        properties.set(path, SchemaParts.of(setting.type(), setting.summary()));
      }
    }
    return properties;
  }

  private static ObjectNode connection(boolean declared) {
    ObjectNode properties = object();
    if (declared) {
      properties.set("name", requiredText(ConnectionSettings.NAME.summary()));
    }
    properties.set(
        "provider", text("Its type on the NAS, such as db or az; checked, never changed."));
    properties.set(
        "account", text("Its account; checked, and tells two connections of one name apart."));
    if (declared) {
      properties.set(
          "renamed_from", text("Its name on the NAS until now; it is renamed in place."));
      properties.set("state", state());
    }
    properties.set("paused", flag("Whether it is paused."));
    properties.set("protect", protect());
    if (declared) {
      // A consent belongs to one thing that somebody looked at: there is none for all.
      properties.set("accept_risk", risks("acceptedConnectionRisk"));
    }
    properties.setAll(settings(Subject.CONNECTION));
    if (declared) {
      properties.set("tasks", list("The tasks that are managed.", reference("task")));
    }
    return properties;
  }

  private static ObjectNode task(boolean declared) {
    ObjectNode properties = object();
    if (declared) {
      properties.set("local_path", requiredText("The folder on the NAS, such as /share/folder."));
      properties.set("cloud_path", requiredText("The folder in the cloud."));
      properties.set("state", state());
    }
    properties.set("storage_class", text("For creation only; STANDARD where there is none."));
    properties.set("protect", protect());
    if (declared) {
      properties.set("accept_risk", risks("acceptedTaskRisk"));
    }
    properties.setAll(settings(Subject.TASK));
    return properties;
  }

  private static ObjectNode state() {
    return choice("absent removes it; the files stay on both sides.", List.of("present", "absent"));
  }

  private static ObjectNode protect() {
    return flag("It may not be removed or put at risk, whatever flags say.");
  }

  private static ObjectNode risks(String definition) {
    return list("Risks that were agreed to, by class.", reference(definition));
  }

  private static ObjectNode acceptedRisk(Subject subject) {
    List<String> settings =
        Stream.concat(
                Arrays.stream(SettingGroup.values())
                    .filter(group -> group.subject() == subject)
                    .map(SettingGroup::word),
                Catalog.of(subject).stream().map(Setting::key))
            .distinct()
            .toList();
    List<String> classes =
        Acceptable.all().stream()
            .filter(one -> one != Risk.NONE)
            .filter(one -> subject == Subject.CONNECTION || !(one instanceof Unrest))
            .map(Acceptable::word)
            .toList();
    ObjectNode properties = object();
    properties.set("setting", choice("A setting or group; everything here if left out.", settings));
    ObjectNode risk = typed("The class of risk.", "string");
    risk.set("enum", texts(classes));
    properties.set("class", risk);
    properties.set("reason", requiredText("Why it is accepted."));
    properties.set("expires", shaped(text("The last day on which it counts."), Shape.DATE));
    return required(closed("A risk that was agreed to.", properties), "class", "reason");
  }

  private static ObjectNode hours() {
    ObjectNode hours =
        typed(
            "all, none, 7 texts of 24 times 0 or 1 (Sunday first), or days with their hours, such"
                + " as mon-fri: 8-18.",
            "string",
            "array",
            "object",
            "null");
    hours.put("pattern", "^(all|none)$");
    hours.put("minItems", 7).put("maxItems", 7);
    hours.set("items", typed("A day.", "string").put("pattern", "^[01]{24}$"));
    hours.put("minProperties", 1);
    String day = "(" + String.join("|", DAYS) + ")";
    String days = day + "(-" + day + ")?";
    hours.set(
        "propertyNames", object().put("pattern", "^(others|" + days + "( *, *" + days + ")*)$"));
    String range = "[0-9]{1,2} *- *[0-9]{1,2}";
    hours.set(
        "additionalProperties",
        typed("all, none, or hours such as 0-8, 18-24.", "string")
            .put("pattern", "^(all|none|" + range + "( *, *" + range + ")*)$"));
    return hours;
  }
}
