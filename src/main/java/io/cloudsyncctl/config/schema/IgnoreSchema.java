package io.cloudsyncctl.config.schema;

import static io.cloudsyncctl.config.schema.SchemaParts.choice;
import static io.cloudsyncctl.config.schema.SchemaParts.closed;
import static io.cloudsyncctl.config.schema.SchemaParts.object;
import static io.cloudsyncctl.config.schema.SchemaParts.reference;
import static io.cloudsyncctl.config.schema.SchemaParts.required;
import static io.cloudsyncctl.config.schema.SchemaParts.requiredText;
import static io.cloudsyncctl.config.schema.SchemaParts.shaped;
import static io.cloudsyncctl.config.schema.SchemaParts.typed;

import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of files of ignores: for editors as a file, and for the reader. */
public final class IgnoreSchema {
  /** What can be not as declared beside settings. */
  private static final List<String> ASPECTS =
      List.of("present", "absent", "paused", "readable", "declared");

  private IgnoreSchema() {}

  /** The schema's text, ending in a line break. */
  public static String generate() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    return mapper.writeValueAsString(schema()).replace("\r\n", "\n") + "\n";
  }

  public static ObjectNode schema() {
    ObjectNode root = object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:cloudsyncctl:schema:ignores:v1");
    root.put("title", "cloudsyncctl ignores, version 1");
    root.put("description", "Differences that are known and do not count in drift.");
    root.put("type", "object");
    ObjectNode properties = object();
    properties.set("version", typed("The version of this format.", "integer").put("const", 1));
    ObjectNode ignores = typed("What does not count.", "array");
    ignores.set("items", reference("ignore"));
    properties.set("ignores", ignores);
    root.set("properties", properties);
    root.put("additionalProperties", false);
    root.set("required", SchemaParts.texts(List.of("version", "ignores")));
    root.set("$defs", object().set("ignore", ignore()));
    return root;
  }

  private static ObjectNode ignore() {
    ObjectNode properties = object();
    properties.set(
        "address",
        requiredText(
            "The addresses meant, as drift prints them; * is any text, ? any character, and \\*,"
                + " \\? and \\\\ are these characters themselves."));
    properties.set(
        "setting",
        choice(
            "A setting or group; present, absent, paused, readable or declared for what is not as"
                + " it should be; everything at the addresses if left out.",
            settings()));
    properties.set("owner", requiredText("Who answers for it."));
    properties.set("reason", requiredText("Why it does not count."));
    properties.set(
        "expires", shaped(typed("The last day on which it holds, in UTC.", "string"), Shape.DATE));
    return required(
        closed("Differences that do not count.", properties),
        "address",
        "owner",
        "reason",
        "expires");
  }

  private static List<String> settings() {
    return Stream.of(
            Arrays.stream(SettingGroup.values()).map(SettingGroup::word),
            Catalog.ALL.stream().map(Setting::key),
            Catalog.ALL.stream().map(Setting::relativePath),
            ASPECTS.stream())
        .flatMap(words -> words)
        .distinct()
        .toList();
  }
}
