package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * The folders below a folder of a task's cloud ({@code get_selective_folder_list}; the API
 * document, get_task_cloud_folders).
 *
 * @param paths the {@code path} of each of the {@code children}, relative to the task's cloud
 *     folder
 */
public record CloudFolders(ImmutableList<String> paths) {
  public static CloudFolders read(AnswerFields fields) {
    return new CloudFolders(fields.objects("children", folder -> folder.text("path")));
  }
}
