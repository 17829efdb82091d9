package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.NewTask;

/** Tasks to be created as data, and back; the names are those of the YAML. */
public final class NewTaskCodec {
  private static final String USER_DEFINED_NAMES = "user_defined_names";
  private static final String USER_DEFINED_EXTENSIONS = "user_defined_extensions";

  private NewTaskCodec() {}

  public static WireValue.Members encode(NewTask task) {
    ImmutableMap.Builder<String, WireValue> fields =
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
            .put("max_upload_size", WireValue.of(task.maxUploadSize()));
    // Only a task that was there before had entries of its own in the dialog of the NAS.
    if (!task.userDefinedNames().equals(task.filteredNames())) {
      fields.put(USER_DEFINED_NAMES, WireValue.Items.ofTexts(task.userDefinedNames()));
    }
    if (!task.userDefinedExtensions().equals(task.filteredExtensions())) {
      fields.put(USER_DEFINED_EXTENSIONS, WireValue.Items.ofTexts(task.userDefinedExtensions()));
    }
    return new WireValue.Members(fields.buildOrThrow());
  }

  public static NewTask decode(JsonFields fields) throws WireFormatException {
    ImmutableList<String> names = fields.texts("filtered_filenames");
    ImmutableList<String> extensions = fields.texts("filtered_extensions");
    return new NewTask(
        new TaskPaths(fields.text("local_path"), fields.text("cloud_path")),
        direction(fields.text("sync_direction")),
        fields.flag("consistency_check"),
        fields.flag("no_delete_on_cloud"),
        fields.flag("convert_gd"),
        fields.text("storage_class"),
        fields.flag("is_sse"),
        fields.texts("filtered_paths"),
        names,
        extensions,
        fields.whole("max_upload_size"),
        textsOr(fields, USER_DEFINED_NAMES, names),
        textsOr(fields, USER_DEFINED_EXTENSIONS, extensions));
  }

  private static ImmutableList<String> textsOr(
      JsonFields fields, String name, ImmutableList<String> otherwise) throws WireFormatException {
    return fields.has(name) ? fields.texts(name) : otherwise;
  }

  private static SyncDirection direction(String name) throws WireFormatException {
    return TaskSettings.SYNC_DIRECTION
        .kept(WireValue.of(name))
        .orElseThrow(() -> new WireFormatException("a direction of an unknown name"));
  }
}
