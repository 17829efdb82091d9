package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.TaskPathRule;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import java.util.Optional;

/** Reads connections and their tasks. */
final class ConnectionReader {
  /** The name is not among them: it is the connection's identity. */
  private static final ImmutableList<Setting<?>> SETTINGS =
      Catalog.of(Subject.CONNECTION).stream()
          .filter(setting -> setting != ConnectionSettings.NAME)
          .collect(ImmutableList.toImmutableList());

  private final Problems problems;
  private final SettingsReader settings;

  ConnectionReader(Problems problems) {
    this.problems = problems;
    this.settings = new SettingsReader(problems);
  }

  /** All connections that have a name; the others are reported by the schema. */
  ImmutableList<DesiredConnection> connections(Node.Mapping root) {
    return root.mappings("connections").stream()
        .map(this::connection)
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<DesiredConnection> connection(Node.Mapping node) {
    ImmutableList<DesiredTask> tasks =
        node.mappings("tasks").stream()
            .map(this::task)
            .flatMap(Optional::stream)
            .collect(ImmutableList.toImmutableList());
    var declared = settings.read(node, SETTINGS);
    var risks = DeclaredFields.acceptedRisks(node, problems);
    Declared<String> name = DeclaredFields.text(node, "name");
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DesiredConnection(
            name,
            DeclaredFields.text(node, "provider"),
            DeclaredFields.text(node, "account"),
            DeclaredFields.text(node, "renamed_from"),
            DeclaredFields.presence(node),
            DeclaredFields.flag(node, "paused"),
            declared,
            tasks,
            DeclaredFields.isTrue(node, "protect"),
            risks,
            node.at()));
  }

  private Optional<DesiredTask> task(Node.Mapping node) {
    var declared = settings.read(node, Catalog.of(Subject.TASK));
    var risks = DeclaredFields.acceptedRisks(node, problems);
    String local = node.text("local_path");
    String cloud = node.text("cloud_path");
    if (local == null || cloud == null) {
      return Optional.empty();
    }
    plain(node, "local_path", TaskPathRule.declaredLocal(local));
    plain(node, "cloud_path", TaskPathRule.declaredCloud(cloud));
    return Optional.of(
        new DesiredTask(
            new TaskPaths(local, cloud),
            DeclaredFields.presence(node),
            declared,
            DeclaredFields.text(node, "storage_class"),
            DeclaredFields.isTrue(node, "protect"),
            risks,
            node.at()));
  }

  private void plain(Node.Mapping task, String key, Optional<String> problem) {
    problem.ifPresent(why ->
        problems.add(
            ConfigCode.BAD_PATH,
            key + " " + why,
            task.get(key) instanceof Node node ? node.at() : task.at(),
            "write the path as DSM shows it"));
  }
}
