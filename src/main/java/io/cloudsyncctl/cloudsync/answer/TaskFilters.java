package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * What a task leaves out ({@code get_selective_sync_config}; the API document, get_task_filters). A
 * missing field is an error, since the setter sends every one back.
 *
 * @param paths {@code filtered_paths}, relative to the task's folder
 * @param names {@code filtered_names}
 * @param extensions {@code filtered_extensions}
 * @param userDefinedNames {@code user_defined_names}: those that a person added to the dialog
 * @param userDefinedExtensions {@code user_defined_extensions}, likewise
 * @param maxUploadSize {@code filtered_max_upload_size}, bytes; 0 is no limit
 */
public record TaskFilters(
    ImmutableList<String> paths,
    ImmutableList<String> names,
    ImmutableList<String> extensions,
    ImmutableList<String> userDefinedNames,
    ImmutableList<String> userDefinedExtensions,
    long maxUploadSize) {
  public static TaskFilters read(AnswerFields fields) {
    return new TaskFilters(
        fields.texts("filtered_paths"),
        fields.texts("filtered_names"),
        fields.texts("filtered_extensions"),
        fields.texts("user_defined_names"),
        fields.texts("user_defined_extensions"),
        fields.whole("filtered_max_upload_size"));
  }
}
