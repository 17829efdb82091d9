package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.Snapshot;
import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.HandClock;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A NAS, a folder with what is declared of it, and the program. */
final class Site implements AutoCloseable {
  private static final Set<String> GETTERS =
      Set.of(
          "get_config",
          "list_conn",
          "get_connection_setting",
          "get_property",
          "get_conn_auth_info",
          "get_log",
          "list_sess",
          "get_selective_sync_config",
          "get_session_setting",
          "get_selective_folder_list",
          "get_recently_change");

  private final Case one;
  private final Path folder;
  private final String password;
  private final HandClock clock = new HandClock();
  private final SimulatedNas nas;

  /**
   * Starts the NAS.
   *
   * @param parent where the site's files may be
   */
  Site(Case one, Path parent, ObjectNode state) {
    this.one = one;
    this.password = Secrets.PREFIX + one.dice().hex(8) + " p\u00e4ss\"$\\&+%";
    one.noteState(state.toPrettyString());
    try {
      this.folder = Files.createTempDirectory(parent, "site");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.nas =
        SimulatedNas.start(
            SimulatedState.load(state),
            SimulatorOptions.builder().password(password).clock(clock).build());
  }

  SimulatedNas nas() {
    return nas;
  }

  JsonNode state() {
    return nas.state().toJson();
  }

  Path folder() {
    return folder;
  }

  /** Writes a declaration of this NAS, with the block that says how to reach it. */
  Path declare(Wish wish) {
    return declare("office", wish);
  }

  Path declare(String name, Wish wish) {
    String text = one.note("YAML of " + name, yaml(name, wish));
    return file(name + ".yaml", text);
  }

  String yaml(String name, Wish wish) {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("name", name);
    block.put("url", nas.url().toString());
    block.put("username", new YamlWriting.Literal("${env:CLOUDSYNC_USERNAME}"));
    block.put("password", new YamlWriting.Literal("${env:CLOUDSYNC_PASSWORD}"));
    document.put("nas", block);
    document.putAll(wish.yaml());
    return YamlWriting.of(document, one.dice());
  }

  Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImmutableMap<String, String> environment() {
    return ImmutableMap.of("CLOUDSYNC_USERNAME", "admin", "CLOUDSYNC_PASSWORD", password);
  }

  /** The words of an apply that accepts every risk and bounds no removal, with more flags. */
  static Object[] applyOfAll(Path file, Object... flags) {
    return Stream.concat(
            Stream.of(
                "apply",
                file,
                "--accept-risk",
                "data-loss:*",
                "--accept-risk",
                "disconnect:*",
                "--max-removals",
                "100",
                "--max-removals-run",
                "100",
                "--max-removals-percent",
                "100"),
            Stream.of(flags))
        .toArray();
  }

  /** Runs the program; what it sent is then in {@link #calls()}. */
  InProcess.Result run(Object... arguments) {
    nas.clearRequests();
    String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    InProcess.Result result = InProcess.run(environment(), folder, clock::forward, words);
    one.note(String.join(" ", words), result.exitCode() + "\n" + result.out() + result.err());
    return result;
  }

  /**
   * Whether the apply turned admin_mode on, and what only showed then is refused: partly applied,
   * hence 4, but nothing beside that one group was written.
   */
  static boolean refusedWhatShowedLater(InProcess.Result applied) {
    return applied.exitCode() == 4
        && (applied.out() + applied.err()).contains("note[not-approved]");
  }

  /** The kinds of the changes that a plan still shows, each once. */
  Set<String> plannedKinds(Path file) {
    InProcess.Result planned = run("plan", file, "--format", "json");
    assertThat(planned.exitCode()).as(planned.err()).isZero();
    Set<String> kinds = new TreeSet<>();
    JsonMapper.shared()
        .readTree(planned.out())
        .path("nas")
        .path(0)
        .path("changes")
        .forEach(change -> kinds.add(change.path("kind").stringValue()));
    return kinds;
  }

  /** Loads what is declared, for what is compared as data. */
  DesiredState load(Path file) {
    LoadResult result =
        new ConfigLoader()
            .load(
                List.of(file),
                new LoadOptions(
                    ImmutableMap.of(),
                    ImmutableList.of(),
                    environment()::get,
                    true,
                    ImmutableList.of()));
    assertThat(Loading.hasErrors(result)).as("%s", result.diagnostics()).isFalse();
    return result.states().getFirst();
  }

  /** Reads the NAS through the real client. */
  Snapshot read() {
    try (DsmSession session = open()) {
      return LiveStateReader.read(ReadGateway.over(session));
    }
  }

  DsmSession open() {
    return CloudSyncApi.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials("admin", new Secret(password), NasTarget.DEFAULT_SESSION),
        SessionOptions.standard());
  }

  /** The calls of Cloud Sync that were sent since the last command began, in order. */
  List<RecordedCall> calls() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.api().equals("SYNO.CloudSync"))
        .toList();
  }

  /** Those that may change something. */
  List<RecordedCall> writes() {
    return calls().stream().filter(call -> !GETTERS.contains(call.method())).toList();
  }

  @Override
  public void close() {
    nas.close();
  }
}
