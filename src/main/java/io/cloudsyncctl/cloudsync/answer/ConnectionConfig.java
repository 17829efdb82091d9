package io.cloudsyncctl.cloudsync.answer;

/**
 * The settings and the schedule of a connection ({@code get_connection_setting}; the API document,
 * get_connection_settings). A missing field is an error, since a setter sends every one back.
 *
 * @param clientType {@code client_type}; empty where it is missing
 * @param name {@code task_name}
 * @param pullEventPeriod {@code pull_event_period}, seconds
 * @param maxUploadSpeed {@code max_upload_speed}, in the NAS's own unit; 0 is no limit
 * @param maxDownloadSpeed {@code max_download_speed}, likewise
 * @param storageClass {@code storage_class}
 * @param serverSideEncryption {@code isSSE}
 * @param partSize {@code part_size}, MB
 * @param scheduleEnabled {@code is_enabled_schedule}
 * @param scheduleInfo {@code schedule_info}: 168 hours, 0 or 1, Sunday first
 */
public record ConnectionConfig(
    String clientType,
    String name,
    long pullEventPeriod,
    long maxUploadSpeed,
    long maxDownloadSpeed,
    String storageClass,
    boolean serverSideEncryption,
    long partSize,
    boolean scheduleEnabled,
    String scheduleInfo) {
  public static ConnectionConfig read(AnswerFields fields) {
    return new ConnectionConfig(
        fields.text("client_type", ""),
        fields.text("task_name"),
        fields.whole("pull_event_period"),
        fields.whole("max_upload_speed"),
        fields.whole("max_download_speed"),
        fields.text("storage_class"),
        fields.flag("isSSE"),
        fields.whole("part_size"),
        fields.flag("is_enabled_schedule"),
        fields.text("schedule_info"));
  }
}
