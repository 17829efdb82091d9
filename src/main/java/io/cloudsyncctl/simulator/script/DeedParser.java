package io.cloudsyncctl.simulator.script;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.BehaviourException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads deeds: a verb and what it is done to. */
final class DeedParser {
  @FunctionalInterface
  private interface Reader {
    Deed read(Words words);
  }

  /** A verb, what stands behind it, and how many words that are at least and at most. */
  private record Verb(String name, String form, int least, int most, Reader reader) {
    String whole() {
      return name + " " + form;
    }
  }

  private static final Set<String> DIRECTIONS =
      Set.of("ONLY_UPLOAD", "BIDIRECTION", "ONLY_DOWNLOAD");
  private static final Set<String> CONNECTION_NUMBERS =
      Set.of("pull_event_period", "max_upload_speed", "max_download_speed", "part_size");
  private static final Set<String> CONNECTION_FIELDS =
      Set.of(
          "pull_event_period",
          "max_upload_speed",
          "max_download_speed",
          "part_size",
          "storage_class",
          "isSSE");
  private static final Set<String> PACKAGE_NUMBERS = Set.of("log_count", "worker_count");
  private static final Set<String> PACKAGE_FIELDS =
      Set.of("repo_vol_path", "log_count", "worker_count", "admin_mode", "sync_mode");
  private static final Set<String> FLAGS = Set.of("isSSE", "sync_mode");
  private static final Set<String> TASK_FIELDS =
      Set.of("sync_attr_check_option", "no_delete", "google_drive_convert_online_doc");
  private static final String LARGEST = "filtered_max_upload_size";
  private static final Set<String> FILTER_FIELDS =
      Set.of(
          "filtered_paths",
          "filtered_names",
          "filtered_extensions",
          "user_defined_names",
          "user_defined_extensions",
          LARGEST);

  private static final List<Verb> VERBS =
      List.of(
          new Verb("pause", "CONNECTION", 1, 1, w -> new Deed.Pause(w.id(1))),
          new Verb("resume", "CONNECTION", 1, 1, w -> new Deed.Resume(w.id(1))),
          new Verb("rename", "CONNECTION NAME", 2, 2, w -> new Deed.Rename(w.id(1), w.get(2))),
          new Verb("set", "CONNECTION FIELD VALUE", 3, 3, DeedParser::setConnection),
          new Verb("schedule", "CONNECTION on|off|HOURS", 2, 2, DeedParser::schedule),
          new Verb("set-direction", "TASK DIRECTION", 2, 2, DeedParser::direction),
          new Verb("set-task", "TASK FIELD true|false", 3, 3, DeedParser::setTask),
          new Verb("set-filter", "TASK FIELD ENTRY[,ENTRY...]", 3, 3, DeedParser::filter),
          new Verb("set-package", "FIELD VALUE", 2, 2, DeedParser::setPackage),
          new Verb("add-task", "CONNECTION LOCAL REMOTE [DIRECTION]", 3, 4, DeedParser::addTask),
          new Verb("remove-task", "TASK", 1, 1, w -> new Deed.RemoveTask(w.id(1))),
          new Verb(
              "add-connection",
              "TYPE NAME USER",
              3,
              3,
              w -> new Deed.AddConnection(w.get(1), w.get(2), w.get(3))),
          new Verb(
              "remove-connection", "CONNECTION", 1, 1, w -> new Deed.RemoveConnection(w.id(1))),
          new Verb("status", "CONNECTION STATUS", 2, 2, w -> new Deed.Status(w.id(1), w.get(2))),
          new Verb("log", "CONNECTION ACTION PATH", 3, 3, DeedParser::log),
          new Verb("behave", "none|BEHAVIOUR...", 1, Integer.MAX_VALUE - 1, DeedParser::behave));

  private DeedParser() {}

  static List<String> forms() {
    return VERBS.stream().map(Verb::whole).toList();
  }

  static Deed parse(int line, String text) {
    Words words = Words.of(line, text);
    if (words.count() == 0) {
      throw words.bad("what happens is missing, such as \"pause 3\"");
    }
    for (Verb verb : VERBS) {
      if (verb.name().equals(words.get(0))) {
        words.expect(verb.least() + 1, verb.most() + 1, verb.whole());
        return verb.reader().read(words);
      }
    }
    throw words.bad("\"%s\" is nothing that a person does here".formatted(words.get(0)));
  }

  private static Deed setConnection(Words words) {
    String field = words.choice(2, CONNECTION_FIELDS);
    return new Deed.SetConnection(words.id(1), field, value(words, 3, field));
  }

  private static Deed setPackage(Words words) {
    String field = words.choice(1, PACKAGE_FIELDS);
    if (field.equals("admin_mode")) {
      words.choice(2, Set.of("enable", "disable"));
    }
    return new Deed.SetPackage(field, value(words, 2, field));
  }

  private static Deed direction(Words words) {
    return new Deed.SetDirection(words.id(1), words.choice(2, DIRECTIONS));
  }

  private static Deed setTask(Words words) {
    return new Deed.SetTask(words.id(1), words.choice(2, TASK_FIELDS), flag(words, 3));
  }

  private static Deed addTask(Words words) {
    String direction = words.count() == 5 ? words.choice(4, DIRECTIONS) : "BIDIRECTION";
    return new Deed.AddTask(words.id(1), words.get(2), words.get(3), direction);
  }

  private static Deed log(Words words) {
    int action = (int) words.number(2, 0, 1000, "the number of an action");
    return new Deed.Log(words.id(1), action, words.get(3));
  }

  private static Deed schedule(Words words) {
    return switch (words.get(2)) {
      case "on" -> new Deed.Schedule(words.id(1), true, "");
      case "off" -> new Deed.Schedule(words.id(1), false, "");
      case String hours when hours.matches("[01]{168}") ->
          new Deed.Schedule(words.id(1), true, hours);
      default -> throw words.bad("a schedule is on, off, or 168 digits 0 and 1, Sunday first");
    };
  }

  /** The entries of a list stand apart by commas; none at all is written "". */
  private static Deed filter(Words words) {
    String field = words.choice(2, FILTER_FIELDS);
    if (field.equals(LARGEST)) {
      return new Deed.SetLargest(
          words.id(1), words.number(3, 0, Long.MAX_VALUE, "a number of bytes"));
    }
    List<String> entries =
        words.get(3).isEmpty() ? List.of() : List.of(words.get(3).split(",", -1));
    return new Deed.SetFilter(words.id(1), field, entries);
  }

  private static Deed behave(Words words) {
    String text = String.join(" ", words.from(1));
    if (text.equals(Deed.Behave.NONE)) {
      return new Deed.Behave(List.of());
    }
    try {
      return new Deed.Behave(Behaviour.parseAll(text));
    } catch (BehaviourException e) {
      throw words.bad(String.valueOf(e.getMessage()));
    }
  }

  /** The value of a setting, in the type that it has on the wire. */
  private static JsonNode value(Words words, int index, String field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (FLAGS.contains(field)) {
      return nodes.booleanNode(flag(words, index));
    }
    if (CONNECTION_NUMBERS.contains(field) || PACKAGE_NUMBERS.contains(field)) {
      long number = words.number(index, 0, Long.MAX_VALUE, "a whole number from 0 on");
      return number <= Integer.MAX_VALUE
          ? nodes.numberNode((int) number)
          : nodes.numberNode(number);
    }
    return nodes.stringNode(words.get(index));
  }

  private static boolean flag(Words words, int index) {
    return words.choice(index, Set.of("true", "false")).equals("true");
  }
}
