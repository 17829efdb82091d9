package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a NAS must hold after an apply, by the words of the language alone: what is declared is as
 * declared, and everything else is byte for byte as it was. Compared as JSON text, so that order
 * and types of fields count too.
 *
 * <p>What is left out, and why: {@code is_pause} and {@code tray_status} follow from the statuses
 * of the connections; {@code total} and {@code is_admin_mode} repeat what stands elsewhere. They
 * are compared where nothing that they follow from is declared. A NAS that resumes shows a status
 * of its own choice, so of a connection that was paused meanwhile only that it is paused or not
 * counts, and so for its tasks.
 */
final class Expectation {
  private final JsonNode before;
  private final JsonNode after;
  private final Wish wish;

  private Expectation(JsonNode before, JsonNode after, Wish wish) {
    this.before = before;
    this.after = after;
    this.wish = wish;
  }

  static void check(JsonNode before, JsonNode after, Wish wish) {
    new Expectation(before, after, wish.inSight(before)).check();
  }

  private void check() {
    Set<String> own = Set.of("get_config", "list_conn", "connections", "tasks");
    same("the rest of the state", without(before, own), without(after, own));
    same(
        "get_config", put(before.path("get_config"), wish.packageWire()), after.path("get_config"));
    checkList();
    Set<String> sessions = new TreeSet<>();
    Set<String> created = new TreeSet<>();
    for (JsonNode listed : before.path("list_conn").path("conn")) {
      long id = listed.path("id").longValue();
      Wish.OfConnection declared = wish.connection(id);
      JsonNode was = before.path("connections").path("" + id);
      JsonNode is = after.path("connections").path("" + id);
      if (declared != null && declared.absent()) {
        assertThat(is.isMissingNode()).as("connection %s is removed", id).isTrue();
      } else {
        checkConnection(id, declared, was, is, sessions, created);
      }
    }
    Set<String> expected = new TreeSet<>(sessions);
    expected.addAll(created);
    assertThat(names(after.path("tasks"))).as("tasks").isEqualTo(expected);
  }

  private void checkList() {
    ObjectNode list = (ObjectNode) before.path("list_conn").deepCopy();
    Set<String> derived = Set.of("conn", "total", "is_admin_mode", "is_pause", "tray_status");
    same("list_conn", without(list, derived), without(after.path("list_conn"), derived));
    if (wish.connections().stream().noneMatch(this::touchesStatus)) {
      same("is_pause", list.path("is_pause"), after.path("list_conn").path("is_pause"));
      same("tray_status", list.path("tray_status"), after.path("list_conn").path("tray_status"));
    }
    List<JsonNode> expected = new ArrayList<>();
    for (JsonNode listed : list.path("conn")) {
      Wish.OfConnection declared = wish.connection(listed.path("id").longValue());
      if (declared == null || !declared.absent()) {
        expected.add(listed);
      }
    }
    List<JsonNode> actual = List.copyOf(after.path("list_conn").path("conn").values());
    assertThat(ids(actual)).as("connections").isEqualTo(ids(expected));
    for (int i = 0; i < expected.size(); i++) {
      checkListed((ObjectNode) expected.get(i), (ObjectNode) actual.get(i));
    }
  }

  private void checkListed(ObjectNode was, ObjectNode is) {
    Wish.OfConnection declared = wish.connection(was.path("id").longValue());
    ObjectNode expected = was.deepCopy();
    ObjectNode actual = is.deepCopy();
    if (declared != null && declared.newName() != null) {
      expected.put("task_name", declared.newName()).put("task_display_name", declared.newName());
    }
    if (declared != null && touchesStatus(declared)) {
      boolean paused =
          declared.paused() == null ? isPaused(was) : Boolean.TRUE.equals(declared.paused());
      assertThat(isPaused(is)).as("connection %s is paused", was.path("id")).isEqualTo(paused);
      expected.remove("status");
      actual.remove("status");
    }
    same("list_conn of connection " + was.path("id"), expected, actual);
  }

  /**
   * Whether it is paused or resumed, or paused meanwhile since a task of it is created or a change
   * is made to it that may delete files.
   */
  private boolean touchesStatus(Wish.OfConnection declared) {
    return declared.absent()
        || declared.paused() != null
        || declared.tasks().stream().anyMatch(this::mayRest);
  }

  private boolean mayRest(Wish.OfTask task) {
    return task.session() == null
        || task.direction() != null
        || !task.writeOnly().isEmpty()
        || !task.filters().isEmpty();
  }

  private static boolean isPaused(JsonNode listed) {
    return listed.path("status").stringValue().equals("pause");
  }

  private void checkConnection(
      long id,
      Wish.@Nullable OfConnection declared,
      JsonNode was,
      JsonNode is,
      Set<String> sessions,
      Set<String> created) {
    Set<String> checkedApart = Set.of("get_connection_setting", "list_sess");
    same("the rest of connection " + id, without(was, checkedApart), without(is, checkedApart));
    String settings = "get_connection_setting";
    JsonNode expected =
        declared == null ? was.path(settings) : put(was.path(settings), declared.wire());
    same("settings of connection " + id, expected, is.path(settings));

    List<JsonNode> tasks = List.copyOf(is.path("list_sess").path("sess").values());
    assertThat(is.path("list_sess").path("total").intValue()).isEqualTo(tasks.size());
    int at = 0;
    for (JsonNode task : was.path("list_sess").path("sess")) {
      Wish.OfTask wanted =
          declared == null ? null : task(declared, task.path("sess_id").longValue());
      if (wanted != null && wanted.absent()) {
        continue;
      }
      assertThat(at).as("tasks of connection %s", id).isLessThan(tasks.size());
      checkTask(declared, wanted, (ObjectNode) task, (ObjectNode) tasks.get(at));
      sessions.add(task.path("sess_id").toString());
      at++;
    }
    List<JsonNode> left = new ArrayList<>(tasks.subList(at, tasks.size()));
    boolean creatable = settings(is).equals("az");
    for (Wish.OfTask wanted : declared == null ? List.<Wish.OfTask>of() : declared.tasks()) {
      if (wanted.session() == null && creatable) {
        created.add(checkCreated(wanted, left));
      }
    }
    assertThat(left).as("tasks of connection %s that nobody declared", id).isEmpty();
  }

  private static String settings(JsonNode connection) {
    return connection.path("get_property").path("type").stringValue();
  }

  private static Wish.@Nullable OfTask task(Wish.OfConnection declared, long session) {
    return declared.tasks().stream()
        .filter(task -> task.session() != null && task.session() == session)
        .findFirst()
        .orElse(null);
  }

  private void checkTask(
      Wish.@Nullable OfConnection connection,
      Wish.@Nullable OfTask wanted,
      ObjectNode was,
      ObjectNode is) {
    String session = was.path("sess_id").toString();
    ObjectNode expected = was.deepCopy();
    ObjectNode actual = is.deepCopy();
    if (wanted != null && wanted.direction() != null) {
      expected.put("sync_direction", wanted.direction());
    }
    if (connection != null && touchesStatus(connection)) {
      expected.remove("sync_status");
      actual.remove("sync_status");
    }
    same("task " + session, expected, actual);
    JsonNode wasParts = before.path("tasks").path(session);
    JsonNode isParts = after.path("tasks").path(session);
    Set<String> apart = Set.of("write_only", "get_selective_sync_config");
    same("the rest of task " + session, without(wasParts, apart), without(isParts, apart));
    if (wanted == null || wanted.writeOnly().isEmpty()) {
      same("write-only of " + session, wasParts.path("write_only"), isParts.path("write_only"));
    } else {
      assertThat(isParts.path("write_only"))
          .as("write-only of task %s", session)
          .isEqualTo(wanted.writeOnly());
    }
    JsonNode wasFilters = wasParts.path("get_selective_sync_config");
    JsonNode isFilters = isParts.path("get_selective_sync_config");
    if (wanted == null || !differs(wasFilters, wanted.filters())) {
      same("filters of task " + session, wasFilters, isFilters);
    } else {
      checkFilters(session, wasFilters, isFilters, wanted.filters());
    }
  }

  private static boolean differs(JsonNode filters, ObjectNode declared) {
    return declared.properties().stream()
        .anyMatch(field ->
            Meanings.SETS.contains(field.getKey())
                ? !meanings(field.getKey(), filters.path(field.getKey()))
                    .equals(meanings(field.getKey(), field.getValue()))
                : filters.path(field.getKey()).longValue() != field.getValue().longValue());
  }

  /**
   * Written: of declared lists what stays byte for byte as it was and what is new as it is
   * declared, undeclared ones and what a person added as they were.
   */
  private static void checkFilters(String session, JsonNode was, JsonNode is, ObjectNode declared) {
    assertThat(names(is)).isEqualTo(names(was));
    for (String field : names(was)) {
      String what = field + " of task " + session;
      JsonNode wanted = declared.path(field);
      if (field.startsWith("user_defined_")) {
        checkBookkeeping(what, field, was, is, declared);
      } else if (wanted.isMissingNode()) {
        same(what, was.path(field), is.path(field));
      } else if (Meanings.SETS.contains(field)) {
        checkSet(what, field, texts(was.path(field)), texts(is.path(field)), texts(wanted));
      } else {
        assertThat(is.path(field).longValue()).as(what).isEqualTo(wanted.longValue());
      }
    }
  }

  /** What the NAS held and is declared, in its bytes and its order; then each new entry once. */
  private static void checkSet(
      String what, String field, List<String> was, List<String> is, List<String> wanted) {
    Set<String> meant = meanings(field, wanted);
    List<String> kept =
        was.stream().filter(entry -> meant.contains(Meanings.meaning(field, entry))).toList();
    assertThat(is.stream().limit(kept.size()).toList()).as("kept of " + what).isEqualTo(kept);
    List<String> added = is.subList(kept.size(), is.size());
    meant.removeAll(meanings(field, was));
    assertThat(meanings(field, added)).as("new in " + what).isEqualTo(meant).hasSize(added.size());
    assertThat(wanted).as("declared for " + what).containsAll(added);
  }

  /** What the NAS held, then the entries that were neither held nor filtered before, as written. */
  private static void checkBookkeeping(
      String what, String field, JsonNode was, JsonNode is, ObjectNode declared) {
    String filter = field.replace("user_defined_", "filtered_");
    Set<String> known = meanings(field, texts(was.path(field)));
    known.addAll(meanings(field, texts(was.path(filter))));
    List<String> grown = new ArrayList<>(texts(was.path(field)));
    if (declared.has(filter)) {
      texts(is.path(filter)).stream()
          .filter(entry -> !known.contains(Meanings.meaning(field, entry)))
          .forEach(grown::add);
    }
    same(what, grown, texts(is.path(field)));
  }

  /** Finds the new task among those that are left, and takes it out. */
  private String checkCreated(Wish.OfTask wanted, List<JsonNode> left) {
    JsonNode task =
        left.stream()
            .filter(one -> one.path("local_sync_path").stringValue().equals(wanted.localPath()))
            .filter(one -> one.path("remote_sync_path").stringValue().equals(wanted.cloudPath()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not created: " + wanted));
    left.remove(task);
    String session = task.path("sess_id").toString();
    assertThat(task.path("sync_direction").stringValue()).isEqualTo(wanted.direction());
    JsonNode parts = after.path("tasks").path(session);
    assertThat(parts.path("write_only")).isEqualTo(wanted.writeOnly());
    JsonNode filters = parts.path("get_selective_sync_config");
    for (String field : Meanings.SETS) {
      checkSet(
          field + " of the new task " + session,
          field,
          List.of(),
          texts(filters.path(field)),
          texts(wanted.filters().path(field)));
    }
    assertThat(filters.path("filtered_max_upload_size").longValue())
        .isEqualTo(wanted.filters().path("filtered_max_upload_size").asLong(0));
    return session;
  }

  private static Set<String> meanings(String field, JsonNode entries) {
    return meanings(field, texts(entries));
  }

  private static Set<String> meanings(String field, List<String> entries) {
    Set<String> meanings = new TreeSet<>();
    entries.forEach(entry -> meanings.add(Meanings.meaning(field, entry)));
    return meanings;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }

  private static ObjectNode put(JsonNode object, ObjectNode declared) {
    ObjectNode copy = (ObjectNode) object.deepCopy();
    copy.setAll(declared);
    return copy;
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  private static List<String> ids(List<JsonNode> listed) {
    return listed.stream().map(one -> one.path("id").toString()).toList();
  }

  private static JsonNode without(JsonNode object, Set<String> fields) {
    return object instanceof ObjectNode node ? node.deepCopy().remove(fields) : object;
  }

  private static void same(String what, @Nullable Object expected, @Nullable Object actual) {
    assertThat(Objects.toString(actual)).as(what).isEqualTo(Objects.toString(expected));
  }
}
