package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * The folders below a folder of a task's cloud ({@code get_selective_folder_list}; the API
 * document, get_task_cloud_folders).
 *
 * @param paths where each child is, relative to the cloud folder of the task
 */
public record CloudFolders(ImmutableList<String> paths) {
  public static CloudFolders read(AnswerFields fields) {
    return new CloudFolders(fields.objects("children", folder -> folder.text("path")));
  }
}
