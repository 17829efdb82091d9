package io.cloudsyncctl.cloudsync.write;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.answer.ConnectionAuthentication;
import io.cloudsyncctl.model.setting.WireValue;

/**
 * The parameter {@code conn_info}: the whole answer of {@code get_conn_auth_info} merged with the
 * new task's own members (protocol note §4). It holds secrets.
 */
final class ConnectionInfoParameter {
  private ConnectionInfoParameter() {}

  static WireValue.Members of(ConnectionAuthentication authentication, TaskCreation task) {
    String cloud = task.paths().cloud();
    return authentication.mergedWith(
        ImmutableMap.<String, WireValue>builder()
            .put("path", WireValue.of(task.paths().local()))
            .put("path_share", WireValue.of(task.share()))
            .put("path_sync", WireValue.of(task.pathInShare()))
            .put("filter_file", filters(task))
            .put("sync_direction", WireValue.of(task.direction().name()))
            .put("server_folder", WireValue.of(cloud))
            .put("server_folder_path", WireValue.of(cloud))
            .put("server_folder_id", WireValue.of(""))
            .put("server_folder_meta_list", folders(cloud))
            .put("part_size", WireValue.of(""))
            .put("storage_class", WireValue.of(task.storageClass()))
            .put("filter_folder", WireValue.Items.of(ImmutableList.of()))
            .put("filter_changed", WireValue.of(false))
            .put("no_delete", WireValue.of(task.noDelete()))
            .put("isSSE", WireValue.of(task.serverSideEncryption()))
            .put("server_encryption", WireValue.of(task.serverSideEncryption()))
            .put("sync_attr_check_option", WireValue.of(task.consistencyCheck()))
            .put("mode_add_session", WireValue.of(true))
            .buildOrThrow());
  }

  private static WireValue filters(TaskCreation task) {
    return WireValue.Members.of(
        ImmutableMap.of(
            "filtered_extensions", WireValue.Items.ofTexts(task.filteredExtensions()),
            "filtered_max_upload_size", WireValue.of(task.maxUploadSize()),
            "filtered_names", WireValue.Items.ofTexts(task.filteredNames())));
  }

  /** One object per element of the path, the empty first one included; paths do not add up. */
  private static WireValue folders(String cloudPath) {
    return WireValue.Items.of(
        Splitter.on('/').splitToStream(cloudPath).map(ConnectionInfoParameter::folder).toList());
  }

  private static WireValue folder(String element) {
    return WireValue.Members.of(
        ImmutableMap.of(
            "alternatelink", WireValue.of(""),
            "file_id", WireValue.of(""),
            "mtime", WireValue.of(0),
            "parent_id", WireValue.of(""),
            "title", WireValue.of(""),
            "path", WireValue.of("/" + element)));
  }
}
