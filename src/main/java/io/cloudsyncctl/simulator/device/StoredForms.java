package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Behaviours;
import io.cloudsyncctl.simulator.behaviour.StoredForm;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what was just written in the form in which the device keeps it. */
final class StoredForms {
  private static final List<String> PATH_LISTS = List.of("filtered_paths");
  private static final List<String> NAME_LISTS = List.of("filtered_names", "user_defined_names");
  private static final List<String> EXTENSION_LISTS =
      List.of("filtered_extensions", "user_defined_extensions");

  private final Behaviours behaviours;

  StoredForms(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  void apply(DeviceState state, Ask ask, Truth before) {
    switch (ask.method()) {
      case "set_global_config" -> numbers(state.config(), ask.subject());
      case "set_connection_setting" -> {
        ObjectNode settings = state.settings(ask.connection());
        numbers(settings, ask.subject());
        state.storeSettings(ask.connection(), settings);
      }
      case "set_selective_sync_config" -> filters(state, ask.task(), ask.subject());
      case "create_session" -> {
        for (ObjectNode task : Nodes.objects(state.tasks(ask.connection()).path("sess"))) {
          long id = task.path("sess_id").longValue();
          if (!before.tasks().containsKey(id)) {
            keep(task, "local_sync_path", ask.subject());
            keep(task, "remote_sync_path", ask.subject());
            filters(state, id, ask.subject());
          }
        }
      }
      default -> {
        // Nothing of it has a form of its own.
      }
    }
  }

  private void filters(DeviceState state, long task, long subject) {
    ObjectNode filters = state.filters(task);
    numbers(filters, subject);
    PATH_LISTS.forEach(name -> list(filters, name, StoredForm.Of.FILTERED_PATH, subject));
    NAME_LISTS.forEach(name -> list(filters, name, StoredForm.Of.NAME, subject));
    EXTENSION_LISTS.forEach(name -> list(filters, name, StoredForm.Of.EXTENSION, subject));
    state.storeFilters(task, filters);
  }

  private void numbers(ObjectNode holder, long subject) {
    for (Behaviour.Round round : behaviours.of(Behaviour.Round.class, subject)) {
      if (holder.path(round.field()).isIntegralNumber()) {
        long value = holder.path(round.field()).longValue();
        holder.set(round.field(), Nodes.number(value - value % round.multiple()));
      }
    }
    for (Behaviour.Clamp clamp : behaviours.of(Behaviour.Clamp.class, subject)) {
      if (holder.path(clamp.field()).isIntegralNumber()) {
        long value = holder.path(clamp.field()).longValue();
        holder.set(clamp.field(), Nodes.number(Math.clamp(value, clamp.least(), clamp.most())));
      }
    }
  }

  private void list(ObjectNode holder, String name, StoredForm.Of what, long subject) {
    if (holder.path(name) instanceof ArrayNode array) {
      List<JsonNode> kept =
          array
              .valueStream()
              .map(entry ->
                  entry.isString()
                      ? (JsonNode)
                          Nodes.FACTORY.stringNode(kept(what, entry.stringValue(), subject))
                      : entry)
              .toList();
      Nodes.replace(array, kept);
    }
  }

  private void keep(ObjectNode task, String name, long subject) {
    String text = task.path(name).asString("");
    task.put(name, kept(StoredForm.Of.TASK_PATH, text, subject));
  }

  private String kept(StoredForm.Of what, String text, long subject) {
    String kept = text;
    for (Behaviour.KeepForm one : behaviours.of(Behaviour.KeepForm.class, subject)) {
      kept = one.form().keep(what, kept);
    }
    return kept;
  }
}
