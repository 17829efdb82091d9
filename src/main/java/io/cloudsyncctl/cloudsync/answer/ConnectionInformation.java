package io.cloudsyncctl.cloudsync.answer;

/**
 * What a connection leads to ({@code get_property}; the API document, get_connection_information).
 * A text that the NAS leaves out is empty, a number 0.
 *
 * @param type {@code type}, such as {@code az}
 * @param account {@code user_name}
 * @param bucketName {@code bucket_name}
 * @param containerName {@code container_name}
 * @param region {@code region}
 * @param serverAddress {@code server_addr}
 * @param sharedDriveName {@code shared_drive_name}
 * @param projectId {@code project_id}
 * @param publicUrl {@code public_url}
 * @param authVersion {@code auth_version}
 * @param storageClass {@code storage_class}
 * @param quotaTotal {@code quota_total}, bytes
 * @param quotaUsed {@code quota_used}, bytes
 */
public record ConnectionInformation(
    String type,
    String account,
    String bucketName,
    String containerName,
    String region,
    String serverAddress,
    String sharedDriveName,
    String projectId,
    String publicUrl,
    String authVersion,
    String storageClass,
    long quotaTotal,
    long quotaUsed) {
  public static ConnectionInformation read(AnswerFields fields) {
    return new ConnectionInformation(
        fields.text("type"),
        fields.text("user_name", ""),
        fields.text("bucket_name", ""),
        fields.text("container_name", ""),
        fields.text("region", ""),
        fields.text("server_addr", ""),
        fields.text("shared_drive_name", ""),
        fields.text("project_id", ""),
        fields.text("public_url", ""),
        fields.text("auth_version", ""),
        fields.text("storage_class", ""),
        fields.whole("quota_total", 0),
        fields.whole("quota_used", 0));
  }
}
