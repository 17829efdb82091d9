package io.cloudsyncctl.config.export;

import com.google.common.collect.ImmutableMultiset;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.config.notation.Quoting;
import io.cloudsyncctl.config.read.TargetRules;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.NasTarget.Tls;
import io.cloudsyncctl.model.identity.TaskPathRule;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import java.util.List;
import java.util.Optional;

/**
 * A live state as YAML of which a plan shows no changes. What cannot be declared stands there as a
 * comment that says why; no secret is ever in it.
 */
public final class YamlExporter {
  private final YamlWriter out = new YamlWriter();
  private final LiveState live;
  private final ImmutableMultiset<String> names;
  private final ImmutableMultiset<Identity> identities;

  private YamlExporter(LiveState live) {
    this.live = live;
    this.names =
        live.connections().stream()
            .map(LiveConnection::name)
            .collect(ImmutableMultiset.toImmutableMultiset());
    this.identities =
        live.connections().stream()
            .map(Identity::of)
            .collect(ImmutableMultiset.toImmutableMultiset());
  }

  /** What tells one connection from another in YAML. */
  private record Identity(String name, String account, String provider) {
    static Identity of(LiveConnection connection) {
      return new Identity(connection.name(), connection.account(), connection.type());
    }
  }

  /** The file's text. */
  public static String export(LiveState live, ExportTarget target) {
    YamlExporter exporter = new YamlExporter(live);
    exporter.write(target);
    return exporter.out.text();
  }

  private void write(ExportTarget target) {
    out.comment("yaml-language-server: $schema=" + Quoting.comment(target.schema()));
    target.comments().forEach(line -> out.comment(Quoting.comment(line)));
    out.line("version: 1");
    nas(target);
    out.blank();
    ExportedSettings settings = new ExportedSettings(out);
    settings.block("package", live.packageSettings(), Catalog.of(Subject.PACKAGE));
    out.blank();
    String incomplete = live.incomplete();
    if (incomplete != null) {
      out.comment("Not all connections can be read: " + Quoting.comment(incomplete));
    }
    if (live.connections().isEmpty()) {
      out.line("connections: []");
      return;
    }
    out.line("connections:");
    out.deeper(() -> {
      for (int i = 0; i < live.connections().size(); i++) {
        if (i > 0) {
          out.blank();
        }
        connection(live.connections().get(i));
      }
    });
  }

  private void nas(ExportTarget target) {
    out.line("nas:");
    out.deeper(() -> {
      out.line("name: " + Quoting.scalar(target.name()));
      out.line("url: " + target.url());
      boolean clear =
          target.url().getScheme().equals("http")
              && !TargetRules.isLoopback(String.valueOf(target.url().getHost()));
      if (clear) {
        out.line("allow_http: true");
      }
      out.line("username: ${env:CLOUDSYNC_USERNAME}");
      out.line("password: ${env:CLOUDSYNC_PASSWORD}");
      if (!target.session().equals(NasTarget.DEFAULT_SESSION)) {
        out.line("session: " + Quoting.scalar(target.session()));
      }
      switch (target.tls()) {
        case Tls.SystemTrust _ -> {}
        case Tls.AuthorityFile(var file) ->
            out.line("tls: { ca_file: " + Quoting.scalar(file.toString()) + " }");
        case Tls.Pinned(String sha256) -> out.line("tls: { pin_sha256: '" + sha256 + "' }");
        case Tls.Unverified _ -> out.line("tls: { insecure_skip_verify: true }");
      }
    });
  }

  private void connection(LiveConnection connection) {
    Optional<String> obstacle = obstacle(connection);
    if (obstacle.isPresent()) {
      out.comment(obstacle.get());
      out.commentedOut(() -> declaration(connection));
    } else {
      declaration(connection);
    }
  }

  /** Why a connection cannot be declared, if so. */
  private Optional<String> obstacle(LiveConnection connection) {
    if (connection.name().isEmpty()) {
      return Optional.of("This connection has no name, by which it could be declared.");
    }
    return identities.count(Identity.of(connection)) > 1
        ? Optional.of(
            "Two connections have this name, account and provider: rename one in DSM to declare"
                + " them.")
        : Optional.empty();
  }

  private void declaration(LiveConnection connection) {
    boolean shared = names.count(connection.name()) > 1;
    out.item(() -> {
      out.line("name: " + Quoting.scalar(connection.name()));
      out.line("provider: " + Quoting.scalar(connection.type()));
      if (shared) {
        out.line("account: " + Quoting.scalar(connection.account()));
      }
      paused(connection);
      ExportedSettings settings = new ExportedSettings(out);
      settings.write(connection.settings(), settingsOfConnection());
      tasks(connection);
    });
  }

  private static List<Setting<?>> settingsOfConnection() {
    return Catalog.of(Subject.CONNECTION).stream()
        .filter(setting -> setting != ConnectionSettings.NAME)
        .toList();
  }

  private void paused(LiveConnection connection) {
    if (live.allPaused() && !connection.paused()) {
      out.comment("paused: is not declared: all of Cloud Sync is paused on this NAS.");
    } else {
      out.line("paused: " + connection.paused());
    }
  }

  private void tasks(LiveConnection connection) {
    String unreadable = connection.tasksUnreadable();
    if (unreadable != null) {
      out.comment("tasks: cannot be read: " + Quoting.comment(unreadable));
    }
    if (connection.tasks().isEmpty()) {
      return;
    }
    ImmutableMultiset<TaskPaths> pairs =
        connection.tasks().stream()
            .map(task -> task.paths().normalized())
            .collect(ImmutableMultiset.toImmutableMultiset());
    boolean some = connection.tasks().stream().anyMatch(task -> whyNot(task, pairs).isEmpty());
    if (some) {
      out.line("tasks:");
    } else {
      out.comment("tasks:");
    }
    out.deeper(() -> connection.tasks().forEach(task -> task(task, pairs)));
  }

  private static Optional<String> whyNot(LiveTask task, ImmutableMultiset<TaskPaths> pairs) {
    TaskPaths paths = task.paths();
    if (paths.local().isEmpty() || paths.cloud().isEmpty()) {
      return Optional.of("This task lacks a path, by which it could be declared.");
    }
    if (TaskPathRule.declaredLocal(paths.local()).isPresent()
        || TaskPathRule.declaredCloud(paths.cloud()).isPresent()) {
      return Optional.of("This task has a path that is not plain, so that it cannot be declared.");
    }
    return pairs.count(paths.normalized()) > 1
        ? Optional.of("Two tasks have these paths, so that neither can be declared.")
        : Optional.empty();
  }

  private void task(LiveTask task, ImmutableMultiset<TaskPaths> pairs) {
    Optional<String> obstacle = whyNot(task, pairs);
    if (obstacle.isPresent()) {
      out.comment(obstacle.get());
      out.commentedOut(() -> declaration(task));
    } else {
      declaration(task);
    }
  }

  private void declaration(LiveTask task) {
    out.item(() -> {
      out.line("local_path: " + Quoting.scalar(task.paths().local()));
      out.line("cloud_path: " + Quoting.scalar(task.paths().cloud()));
      ExportedSettings settings = new ExportedSettings(out);
      settings.write(task.settings(), Catalog.of(SettingGroup.TASK));
      settings.block("filters", task.settings(), Catalog.of(SettingGroup.FILTERS));
    });
  }
}
