package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireFormatException;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.NewTask;
import io.cloudsyncctl.state.Fields;

/** Tasks to be created as data, and back; the names are those of the YAML. */
final class NewTaskCodec {
  private NewTaskCodec() {}

  static WireValue.Members encode(NewTask task) {
    return new WireValue.Members(
        ImmutableMap.<String, WireValue>builder()
            .put("local_path", WireValue.of(task.paths().local()))
            .put("cloud_path", WireValue.of(task.paths().cloud()))
            .put("sync_direction", WireValue.of(task.direction().name()))
            .put("consistency_check", WireValue.of(task.consistencyCheck()))
            .put("no_delete_on_cloud", WireValue.of(task.noDeleteOnCloud()))
            .put("convert_gd", WireValue.of(task.convertGoogleDocuments()))
            .put("storage_class", WireValue.of(task.storageClass()))
            .put("is_sse", WireValue.of(task.serverSideEncryption()))
            .put("filtered_paths", WireValue.Items.ofTexts(task.filteredPaths()))
            .put("filtered_filenames", WireValue.Items.ofTexts(task.filteredNames()))
            .put("filtered_extensions", WireValue.Items.ofTexts(task.filteredExtensions()))
            .put("max_upload_size", WireValue.of(task.maxUploadSize()))
            .buildOrThrow());
  }

  static NewTask decode(Fields fields) throws WireFormatException {
    return new NewTask(
        new TaskPaths(fields.text("local_path"), fields.text("cloud_path")),
        direction(fields.text("sync_direction")),
        fields.flag("consistency_check"),
        fields.flag("no_delete_on_cloud"),
        fields.flag("convert_gd"),
        fields.text("storage_class"),
        fields.flag("is_sse"),
        fields.texts("filtered_paths"),
        fields.texts("filtered_filenames"),
        fields.texts("filtered_extensions"),
        fields.whole("max_upload_size"));
  }

  private static SyncDirection direction(String name) throws WireFormatException {
    for (SyncDirection direction : SyncDirection.values()) {
      if (direction.name().equals(name)) {
        return direction;
      }
    }
    throw new WireFormatException("a direction of an unknown name");
  }
}
