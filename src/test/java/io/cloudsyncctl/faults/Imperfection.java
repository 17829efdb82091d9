package io.cloudsyncctl.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way in which a NAS is imperfect, or something that a person does at it.
 *
 * @param behaviours how it behaves from some request on; empty where it does not matter
 * @param deeds what a person does just before that request
 * @param traceless whether the next apply on a perfect NAS ends as if nothing had been
 */
record Imperfection(List<String> behaviours, List<String> deeds, boolean traceless) {

  /** All of them. */
  static List<Imperfection> all() {
    List<Imperfection> all = new ArrayList<>();
    traceless(
        all,
        // Pauses and resumes that take their time, or do not come.
        "pause-lag=4s",
        "pause-lag=2looks",
        "pause-lag=100s",
        "pause-lag=10m",
        "pause-lag=10m newest-wins",
        "resume-lag=4s",
        "resume-lag=2looks",
        "resume-lag=10m",
        "pause-lag=4s resume-lag=4s tasks-lag=8s",
        "tasks-lag=4s",
        "tasks-lag=20s",
        "busy-tasks",
        "ignore=pause",
        "ignore=pause:1",
        "ignore=resume",
        "ignore=resume:1",
        "ignore=pause,resume",
        "is-pause=true",
        "is-pause=false",
        "resume-at-once",
        "wake=3",
        "wake=9",
        // Writes that are ignored, or done and refused all the same.
        "ignore=set_connection_setting,set_schedule_setting",
        "ignore=set_global_config",
        "ignore=set_selective_sync_config",
        "ignore=set_selective_sync_config:1",
        "ignore=create_session",
        "ignore=unlink_session,unlink_connection",
        "refuse-after=pause:105",
        "refuse-after=resume:120",
        "refuse-after=set_connection_setting:114",
        "refuse-after=set_connection_setting:119",
        "refuse-after=set_schedule_setting:105",
        "refuse-after=set_session_setting:120",
        "refuse-after=set_session_setting:119",
        "refuse-after=set_selective_sync_config:105",
        "refuse-after=set_selective_sync_config:114",
        "refuse-after=create_session:120",
        "refuse-after=create_session:119",
        "refuse-after=unlink_session:105",
        "refuse-after=unlink_connection:105",
        "refuse-after=set_global_config:105",
        // Answers that are wrong, late or missing.
        "lag=3s",
        "lag=2looks",
        "lag=10m",
        "lag=create_session:4s",
        "lag=unlink_session,unlink_connection:4s",
        "lag=pause,resume:4s",
        "reorder",
        "forget-tasks=1",
        "forget-tasks=4",
        "partial-tasks=1",
        "partial-tasks=4",
        "foreign-tasks=1",
        "forget-connections=1",
        "partial-connections=1",
        "forget-connections=1@1",
        "error-answers=get_connection_setting:105@2",
        "error-answers=get_property:105@5",
        "error-answers=list_sess:117@1",
        "error-answers=list_sess:105@5",
        "error-answers=get_selective_sync_config:105@1",
        "error-answers=get_selective_sync_config:105@9");
    lasting(
        all,
        // What no getter shows is lost for good.
        "ignore=set_personal_config",
        "ignore=set_session_setting",
        "ignore=set_session_setting:1",
        // What is written is kept in another form, or with something else.
        "round=max_upload_speed:1000",
        "clamp=worker_count:1:5",
        "reuse-ids",
        "lower-case-paths",
        "trailing-slash",
        "nfd-paths",
        "lower-case-extensions",
        "dotted-extensions",
        "lower-case-names nfd-filters",
        "side-effect=set_connection_setting:reset-schedule",
        "side-effect=set_connection_setting:resume",
        "side-effect=set_session_setting:reset-filters",
        "side-effect=set_session_setting:resume",
        "side-effect=set_selective_sync_config:reset-direction",
        "side-effect=set_selective_sync_config:reset-task-settings",
        "side-effect=set_selective_sync_config:pause",
        "side-effect=set_schedule_setting:reset-speeds",
        "side-effect=create_session:reset-filters:10",
        "side-effect=create_session:reset-filters:9",
        "side-effect=resume:reset-speeds",
        "side-effect=pause:reset-direction:6");
    done(all, "status 1 error");
    done(all, "status 5 suspended");
    all.add(new Imperfection(List.of("outlasts-pause=error"), List.of("status 1 error"), false));
    all.add(
        new Imperfection(
            List.of("outlasts-pause=suspended"), List.of("status 5 suspended"), false));
    for (int connection : new int[] {1, 2, 4, 5}) {
      done(all, "pause " + connection);
      done(all, "resume " + connection);
    }
    done(all, "rename 1 Clients");
    done(all, "rename 5 Archive");
    done(all, "set 1 max_upload_speed 512");
    done(all, "set 1 max_download_speed 77");
    done(all, "set 5 pull_event_period 900");
    done(all, "schedule 1 off");
    done(all, "schedule 5 off");
    done(all, "set-direction 1 ONLY_DOWNLOAD");
    done(all, "set-direction 5 BIDIRECTION");
    done(all, "set-direction 9 ONLY_UPLOAD");
    done(all, "set-task 1 no_delete false");
    done(all, "set-task 2 no_delete true");
    done(all, "set-filter 1 filtered_paths /Old");
    done(all, "set-filter 2 filtered_paths /Old");
    done(all, "set-filter 2 filtered_extensions \"\"");
    done(all, "set-filter 12 filtered_extensions iso");
    done(all, "set-package worker_count 5");
    done(all, "set-package log_count 30000");
    done(all, "set-package sync_mode true");
    done(all, "add-task 5 /archive/2024 /archive/2024 ONLY_UPLOAD");
    done(all, "add-task 5 /archive/2025 /archive/2025 ONLY_UPLOAD");
    done(all, "add-task 1 /projects/New /New");
    done(all, "add-task 6 /partner/New /New");
    done(all, "remove-task 1");
    done(all, "remove-task 3");
    done(all, "remove-task 8");
    done(all, "remove-task 9");
    done(all, "remove-task 30");
    done(all, "remove-connection 2");
    done(all, "remove-connection 5");
    done(all, "remove-connection 6");
    done(all, "add-connection db Dropbox somebody@example.com");
    return List.copyOf(all);
  }

  private static void traceless(List<Imperfection> all, String... behaviours) {
    for (String one : behaviours) {
      all.add(new Imperfection(List.of(one), List.of(), true));
    }
  }

  private static void lasting(List<Imperfection> all, String... behaviours) {
    for (String one : behaviours) {
      all.add(new Imperfection(List.of(one), List.of(), false));
    }
  }

  private static void done(List<Imperfection> all, String deed) {
    all.add(new Imperfection(List.of(), List.of(deed), false));
  }

  /**
   * Whether it may show in a request. One that shows only in the calls of some methods makes no
   * difference before the next of them, wherever it begins.
   */
  boolean mayShowIn(WireCall call) {
    return !deeds.isEmpty()
        || behaviours.stream()
            .flatMap(some -> Stream.of(some.split(" ")))
            .anyMatch(one -> call.methods().stream().anyMatch(method -> mayShowIn(one, method)));
  }

  private static boolean mayShowIn(String behaviour, String method) {
    String name = behaviour.replaceAll("[=@].*", "");
    return switch (name) {
      case "pause-lag", "tasks-lag" -> method.equals("pause");
      case "resume-lag" -> method.equals("resume");
      case "newest-wins" -> false;
      case "ignore", "refuse-after", "error-answers", "side-effect" ->
          behaviour.matches(".*\\b" + method + "\\b.*");
      case "lag" ->
          behaviour.contains(":") ? behaviour.contains(method) : method.startsWith("set_");
      case "reuse-ids" -> method.equals("create_session");
      case "forget-tasks", "partial-tasks", "foreign-tasks", "busy-tasks" ->
          method.equals("list_sess");
      case "forget-connections", "partial-connections", "is-pause" -> method.equals("list_conn");
      case "reorder", "wake", "resume-at-once" -> true;
      // Another form or number in which something is kept.
      default -> method.startsWith("set_") || method.equals("create_session");
    };
  }

  /** Whether it goes on until somebody ends it. */
  boolean goesOn() {
    return !behaviours.isEmpty();
  }

  String words() {
    List<String> words = new ArrayList<>(deeds);
    words.addAll(behaviours);
    return String.join(", ", words);
  }
}
