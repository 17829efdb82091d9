package io.cloudsyncctl.model.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which paths a task may have. One rule for what a file may declare and one, stricter, for what can
 * be created: the second holds the first, so that whatever is refused at the NAS was refused
 * before.
 *
 * <p>A NAS resolves {@code .} and {@code ..} as every file system does. Two spellings of one folder
 * would be two tasks here, and none of the guards would see that they overlap.
 */
public final class TaskPathRule {
  private TaskPathRule() {}

  /** What is wrong with a declared local path, behind "local_path"; empty where nothing is. */
  public static Optional<String> declaredLocal(String path) {
    return holdsDots(path) || Paths.withoutTrailingSlash(path).contains("//")
        ? Optional.of("must be the plain path of a folder, without . or .. or an empty name in it")
        : Optional.empty();
  }

  /** What is wrong with a declared cloud path, behind "cloud_path"; empty where nothing is. */
  public static Optional<String> declaredCloud(String path) {
    return holdsDots(path)
        ? Optional.of("must be the plain path of a folder, without . or .. in it")
        : Optional.empty();
  }

  /**
   * What keeps a task from being created on a local path, behind "local_path": it must be {@code
   * /share/folder…} (protocol note §4).
   */
  public static Optional<String> creatableLocal(String path) {
    boolean inShare = path.startsWith("/") && !path.endsWith("/") && path.lastIndexOf('/') > 0;
    return inShare
        ? declaredLocal(path)
        : Optional.of(
            "must be a folder inside a shared folder, such as /share/folder, without a trailing"
                + " slash");
  }

  /**
   * What keeps a task from being created with a cloud path, behind "cloud_path": it must be {@code
   * /…} without a slash at its end (protocol note §4).
   */
  public static Optional<String> creatableCloud(String path) {
    return path.startsWith("/") && !path.endsWith("/")
        ? declaredCloud(path)
        : Optional.of("must begin with / and not end with it");
  }

  /** Whether a task of these paths can be created. */
  public static boolean creatable(TaskPaths paths) {
    return creatableLocal(paths.local()).isEmpty() && creatableCloud(paths.cloud()).isEmpty();
  }

  private static boolean holdsDots(String path) {
    return Arrays.stream(path.split("/", -1))
        .anyMatch(name -> name.equals(".") || name.equals(".."));
  }
}
