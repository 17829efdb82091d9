package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.model.desired.DesiredState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declarations as files, and as the real loader reads them. */
final class Declarations {
  private static final ConfigLoader LOADER = new ConfigLoader();

  private Declarations() {}

  /** A declaration of a NAS that nobody calls. */
  static DesiredState load(Case one, Path folder, Map<String, Object> yaml) {
    Path file = folder.resolve("office.yaml");
    write(file, one.note("YAML", text("office", yaml, one.dice())));
    return load(List.of(file)).getFirst();
  }

  static String text(String name, Map<String, Object> yaml, Dice dice) {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> nas = new LinkedHashMap<>();
    nas.put("name", name);
    nas.put("url", "https://" + name + ".example.lan:5001");
    document.put("nas", nas);
    document.putAll(yaml);
    return YamlWriting.of(document, dice);
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImmutableList<DesiredState> load(List<Path> files) {
    LoadResult result = LOADER.load(files, Loading.offline());
    assertThat(Loading.hasErrors(result)).as("%s", result.diagnostics()).isFalse();
    return result.states();
  }
}
