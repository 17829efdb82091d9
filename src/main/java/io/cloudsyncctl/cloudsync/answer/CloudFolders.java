package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * The folders below a folder of a task's cloud ({@code get_selective_folder_list}; the API
 * document, get_task_cloud_folders).
 *
 * @param children {@code children}
 */
public record CloudFolders(ImmutableList<Folder> children) {
  /**
   * One folder.
   *
   * @param path {@code path}, relative to the task's cloud folder
   * @param name {@code text}; empty where it is missing
   * @param fileId {@code file_id}; empty where there is none
   * @param existsType {@code exists_type}: on which sides it is; 0 where it is missing
   */
  public record Folder(String path, String name, String fileId, long existsType) {
    static Folder read(AnswerFields fields) {
      return new Folder(
          fields.text("path"),
          fields.text("text", ""),
          fields.text("file_id", ""),
          fields.whole("exists_type", 0));
    }
  }

  public static CloudFolders read(AnswerFields fields) {
    return new CloudFolders(fields.objects("children", Folder::read));
  }
}
