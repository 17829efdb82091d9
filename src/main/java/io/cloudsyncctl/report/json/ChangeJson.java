package io.cloudsyncctl.report.json;

import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.report.format.CommonJson;
import io.cloudsyncctl.report.format.ValueJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One change as JSON: what every kind has, then what is its own. */
final class ChangeJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ChangeJson() {}

  static ObjectNode of(Change change) {
    ObjectNode node = NODES.objectNode().put("kind", kind(change));
    node.set("address", CommonJson.address(change.address()));
    node.set("at", CommonJson.location(change.at()));
    node.put("worst_risk", change.worst().word());
    node.set("risks", CommonJson.array(change.risks(), CommonJson::risk));
    CommonJson.putIfPresent(node, "blocked", change.blockedBy());
    switch (change) {
      case Change.Update update -> putUpdate(node, update);
      case Change.Create create -> putCreate(node, create);
      case Change.Delete delete -> {
        node.set("target", CommonJson.target(delete.target()));
        node.set("tasks", CommonJson.array(delete.tasks(), CommonJson::address));
      }
      case Change.Pause pause -> {
        node.set("target", CommonJson.target(pause.connection()));
        node.put("status", pause.status());
      }
      case Change.Resume resume -> {
        node.set("target", CommonJson.target(resume.connection()));
        node.put("status", resume.status());
      }
      case Change.Manual manual -> {
        node.put("what", manual.what());
        node.set("steps", ValueJson.texts(manual.steps()));
      }
    }
    return node;
  }

  private static String kind(Change change) {
    return switch (change) {
      case Change.Update _ -> "update";
      case Change.Create _ -> "create";
      case Change.Delete _ -> "delete";
      case Change.Pause _ -> "pause";
      case Change.Resume _ -> "resume";
      case Change.Manual _ -> "manual";
    };
  }

  private static void putUpdate(ObjectNode node, Change.Update update) {
    node.set("target", CommonJson.target(update.target()));
    node.put("group", update.group().word());
    node.set("fields", CommonJson.array(update.fields(), ChangeJson::field));
    GroupWrite write = update.write();
    if (write != null) {
      ObjectNode call = NODES.objectNode().put("method", write.group().writeMethod());
      call.set("parameters", ValueJson.of(write.parameters()));
      call.set("pre_image", ValueJson.of(write.preImage()));
      node.set("write", call);
    }
  }

  private static void putCreate(ObjectNode node, Change.Create create) {
    node.set("target", CommonJson.target(create.connection()));
    node.put("connection_paused", create.connectionPaused());
    node.set("fields", CommonJson.array(create.fields(), ChangeJson::field));
    NewTask task = create.task();
    if (task != null) {
      node.set("task", task(task));
    }
  }

  private static <T> ObjectNode field(FieldChange<T> field) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("setting", field.setting().relativePath())
            .put("yaml_path", field.setting().yamlPath());
    node.set("before", ValueJson.of(field.setting(), field.before()));
    node.set("after", ValueJson.of(field.setting(), field.after()));
    node.set("at", CommonJson.location(field.at()));
    node.set("risks", CommonJson.array(field.risks(), CommonJson::risk));
    return node;
  }

  private static ObjectNode task(NewTask task) {
    ObjectNode node = CommonJson.putPaths(NODES.objectNode(), task.paths());
    node.put("sync_direction", task.direction().name());
    node.put("consistency_check", task.consistencyCheck());
    node.put("no_delete_on_cloud", task.noDeleteOnCloud());
    node.put("convert_gd", task.convertGoogleDocuments());
    node.put("storage_class", task.storageClass());
    node.put("is_sse", task.serverSideEncryption());
    node.set("filtered_paths", ValueJson.texts(task.filteredPaths()));
    node.set("filtered_filenames", ValueJson.texts(task.filteredNames()));
    node.set("filtered_extensions", ValueJson.texts(task.filteredExtensions()));
    return node.put("max_upload_size", task.maxUploadSize());
  }
}
