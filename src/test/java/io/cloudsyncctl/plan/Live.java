package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
import java.util.Map;

/** Tasks and connections as they may be read, and filters as they may be declared. */
public final class Live {
  public static final Location.InFile AT = new Location.InFile("office.yaml", 1, 1);

  private Live() {}

  /** A task with these filters. */
  public static LiveTask task(
      List<String> paths,
      List<String> names,
      List<String> extensions,
      List<String> userNames,
      List<String> userExtensions) {
    return new LiveTask(
        4,
        new TaskPaths("/projects", "/docs"),
        "id:4",
        LiveSettings.builder()
            .put(TaskSettings.FILTERED_PATHS, known(paths))
            .put(TaskSettings.FILTERED_FILENAMES, known(names))
            .put(TaskSettings.FILTERED_EXTENSIONS, known(extensions))
            .put(TaskSettings.MAX_UPLOAD_SIZE, new Value.Known<>(0L))
            .build(),
        false,
        known(userNames),
        known(userExtensions));
  }

  public static Value<ImmutableList<String>> known(List<String> entries) {
    return new Value.Known<>(ImmutableList.copyOf(entries));
  }

  public static Declared<ImmutableList<String>> declared(String... entries) {
    return new Declared<>(ImmutableList.copyOf(entries), AT);
  }

  public static DeclaredSettings paths(String... entries) {
    return DeclaredSettings.builder().put(TaskSettings.FILTERED_PATHS, declared(entries)).build();
  }

  public static DeclaredSettings extensions(String... entries) {
    return DeclaredSettings.builder()
        .put(TaskSettings.FILTERED_EXTENSIONS, declared(entries))
        .build();
  }

  public static WireValue texts(String... entries) {
    return WireValue.Items.ofTexts(List.of(entries));
  }

  /**
   * A connection without tasks.
   *
   * @param property the answer of get_property; empty where it was refused
   */
  public static LiveConnection connection(
      long id, String name, String type, String account, Map<String, String> property) {
    return new LiveConnection(
        id,
        name,
        type,
        "uptodate",
        account,
        "user of " + account,
        new WireValue.Members(
            property.entrySet().stream()
                .collect(
                    ImmutableMap.toImmutableMap(
                        Map.Entry::getKey, entry -> WireValue.of(entry.getValue())))),
        LiveSettings.EMPTY,
        ImmutableList.of(),
        null);
  }
}
