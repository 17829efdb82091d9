package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * The settings of the package ({@code get_config}; the API document, get_pkg_config).
 *
 * @param volumePath {@code repo_vol_path}, such as {@code /volume1}
 * @param logCount {@code log_count}
 * @param workerCount {@code worker_count}
 * @param adminMode {@code admin_mode}: true for {@code enable}
 * @param deleteFromCloud {@code sync_mode}, of the login user
 * @param volumes {@code volume_list}
 */
public record PackageConfig(
    String volumePath,
    long logCount,
    long workerCount,
    boolean adminMode,
    boolean deleteFromCloud,
    ImmutableList<Volume> volumes) {
  /**
   * A volume of the NAS.
   *
   * @param mountPoint {@code mount_point}
   * @param display {@code display}, for people
   * @param sizeFree {@code size_free}, bytes, in text as the NAS answers it; empty where missing
   * @param sizeTotal {@code size_total}, likewise
   */
  public record Volume(String mountPoint, String display, String sizeFree, String sizeTotal) {
    static Volume read(AnswerFields fields) {
      return new Volume(
          fields.text("mount_point"),
          fields.text("display", ""),
          fields.text("size_free", ""),
          fields.text("size_total", ""));
    }
  }

  public static PackageConfig read(AnswerFields fields) {
    String mode = fields.text("admin_mode");
    if (!mode.equals("enable") && !mode.equals("disable")) {
      throw fields.wrong("admin_mode", "\"enable\" or \"disable\"", fields.raw("admin_mode"));
    }
    return new PackageConfig(
        fields.text("repo_vol_path"),
        fields.whole("log_count"),
        fields.whole("worker_count"),
        mode.equals("enable"),
        fields.flag("sync_mode"),
        fields.objects("volume_list", Volume::read));
  }
}
