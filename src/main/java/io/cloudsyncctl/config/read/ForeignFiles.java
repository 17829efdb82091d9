package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.schema.SchemaGenerator;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.FileView;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.SourceFile;
import io.cloudsyncctl.config.yaml.YamlParser;
import io.cloudsyncctl.config.yaml.YamlText;
import io.cloudsyncctl.diagnostic.Location;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Files of somebody else that lie in a folder of ours: pipelines, actions, manifests. Whatever has
 * a single key of a declaration is one, however wrong.
 */
final class ForeignFiles {
  /** The keys at the top of a declaration. */
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.copyOf(SchemaGenerator.schema().path("properties").propertyNames());

  private ForeignFiles() {}

  /** Whether a file has nothing of a declaration. */
  static boolean isOne(SourceFile file, FileView view) {
    if (file.root() != null) {
      return isStrange(file.root());
    }
    String text = YamlText.read(view, file.real(), file.display(), new Problems());
    ImmutableList<Node.Mapping> documents =
        text == null ? ImmutableList.of() : YamlParser.documents(text, file.display());
    return documents.size() > 1 && documents.stream().allMatch(ForeignFiles::isStrange);
  }

  private static boolean isStrange(Node.@Nullable Mapping root) {
    return root != null
        && !root.entries().isEmpty()
        && Collections.disjoint(root.entries().keySet(), KEYS);
  }

  /** Says that a file is left out, in place of what its text would be told. */
  static void leaveOut(SourceFile file, Problems problems) {
    problems.forget(file.display());
    problems.add(
        ConfigCode.NOT_A_DECLARATION,
        "the file is left out: it has none of the keys of a declaration ("
            + String.join(", ", KEYS)
            + ")",
        new Location.InFile(file.display(), 1, 1),
        "name the file itself to have it checked");
  }
}
