package io.cloudsyncctl.report.json;

import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.RecentActivity;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.read.NasStatus;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.format.CommonJson;
import io.cloudsyncctl.report.format.JsonText;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each Cloud Sync is doing, as JSON for programs. Values stand as the NAS answers them; a
 * member that was not asked for or is withheld is missing.
 */
public final class StatusJson {
  public static final String FORMAT = "cloudsyncctl-status";
  public static final int VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StatusJson() {}

  /** The whole text, its last line ended. A NAS that failed has diagnostics and no connections. */
  public static String render(List<NasOutcome<NasStatus>> outcomes, String toolVersion) {
    ObjectNode root = NODES.objectNode().put("format", FORMAT).put("version", VERSION);
    root.put("tool_version", toolVersion);
    root.set("nas", CommonJson.array(outcomes, StatusJson::outcome));
    return JsonText.print(root);
  }

  private static ObjectNode outcome(NasOutcome<NasStatus> outcome) {
    ObjectNode node = NODES.objectNode().put("name", outcome.nas());
    switch (outcome) {
      case NasOutcome.Done<NasStatus>(String _, NasStatus status) -> {
        node.put("all_users", status.list().adminView());
        node.put("all_paused", status.list().allPaused());
        node.set("connections", CommonJson.array(status.connections(), StatusJson::connection));
        if (!status.withheld().isEmpty()) {
          node.set("withheld", CommonJson.array(status.withheld(), NODES::stringNode));
        }
        RecentActivity recent = status.recent();
        if (recent != null) {
          node.set("changed_last", CommonJson.array(recent.history(), StatusJson::changed));
          node.set("under_way", CommonJson.array(recent.processing(), StatusJson::underWay));
        }
      }
      case NasOutcome.Failed<NasStatus> failed ->
          node.set("diagnostics", CommonJson.array(failed.diagnostics(), CommonJson::diagnostic));
    }
    return node;
  }

  private static ObjectNode connection(NasStatus.Connection connection) {
    ConnectionEntry entry = connection.entry();
    ObjectNode node =
        NODES
            .objectNode()
            .put("id", entry.id())
            .put("name", entry.name())
            .put("type", entry.type())
            .put("account", entry.account())
            .put("status", entry.status())
            .put("unfinished_files", entry.unfinishedFiles());
    node.set("tasks", CommonJson.array(connection.tasks(), StatusJson::task));
    if (!connection.withheld().isEmpty()) {
      node.set("withheld", CommonJson.array(connection.withheld(), NODES::stringNode));
    }
    LogPage log = connection.log();
    if (log != null) {
      node.put("log_total", log.total());
      node.set("log", CommonJson.array(log.entries(), StatusJson::logged));
    }
    return node;
  }

  private static ObjectNode task(NasStatus.Task task) {
    TaskEntry entry = task.entry();
    ObjectNode node =
        NODES
            .objectNode()
            .put("session_id", entry.sessionId())
            .put("local_path", entry.paths().local())
            .put("cloud_path", entry.paths().cloud())
            .put("sync_direction", entry.direction())
            .put("status", entry.status())
            .put("error", entry.error())
            .put("error_description", entry.errorDescription());
    CloudFolders folders = task.folders();
    if (folders != null) {
      node.set("cloud_folders", CommonJson.array(folders.paths(), NODES::stringNode));
    }
    return node;
  }

  private static ObjectNode logged(LogEntry entry) {
    return NODES
        .objectNode()
        .put("time", entry.time())
        .put("action", entry.action())
        .put("level", entry.logLevel())
        .put("error_code", entry.errorCode())
        .put("session_id", entry.sessionId())
        .put("path", entry.path());
  }

  private static ObjectNode changed(RecentActivity.Changed changed) {
    return NODES
        .objectNode()
        .put("action", changed.action())
        .put("level", changed.logLevel())
        .put("session_id", changed.sessionId())
        .put("path", changed.path());
  }

  private static ObjectNode underWay(RecentActivity.Processing one) {
    return NODES
        .objectNode()
        .put("status", one.status())
        .put("session_id", one.sessionId())
        .put("path", one.path())
        .put("current_size", one.currentSize())
        .put("total_size", one.totalSize());
  }
}
