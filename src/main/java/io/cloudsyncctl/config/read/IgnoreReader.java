package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.schema.IgnoreSchema;
import io.cloudsyncctl.config.schema.SchemaValidator;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.FileView;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.Sources;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.IgnoreRule;
import io.cloudsyncctl.model.identity.AddressPattern;
import java.nio.file.Path;
import java.time.LocalDate;

/** Reads files of ignores. Nothing is substituted in them. */
public final class IgnoreReader {
  private final Problems problems = new Problems();

  private IgnoreReader() {}

  /**
   * What a file says.
   *
   * @param rules empty where something is wrong: half of a file would be another file
   * @param diagnostics everything that is wrong, in the order of the text
   */
  public record Result(ImmutableList<IgnoreRule> rules, ImmutableList<Diagnostic> diagnostics) {}

  /** Reads a file. */
  public static Result read(Path file) {
    return new IgnoreReader().result(file);
  }

  private Result result(Path file) {
    if (!FileView.DISK.exists(file)) {
      problems.add(
          ConfigCode.FILE_NOT_FOUND,
          "there is no file of ignores " + file,
          null,
          "check the path; it starts at the current folder");
      return new Result(ImmutableList.of(), problems.all());
    }
    Node.Mapping root = new Sources(FileView.DISK, problems).read(file, file.toString()).root();
    ImmutableList.Builder<IgnoreRule> rules = ImmutableList.builder();
    if (root != null) {
      new SchemaValidator(IgnoreSchema.schema(), "files of ignores").validate(root, problems);
      root.mappings("ignores").forEach(entry -> read(entry, rules));
    }
    return new Result(
        problems.hasErrors() ? ImmutableList.of() : rules.build(), problems.inOrder());
  }

  private void read(Node.Mapping entry, ImmutableList.Builder<IgnoreRule> rules) {
    Declared<String> address = DeclaredFields.text(entry, "address");
    Declared<String> owner = DeclaredFields.text(entry, "owner");
    Declared<String> reason = DeclaredFields.text(entry, "reason");
    LocalDate expires = DeclaredFields.date(entry, problems);
    if (address != null && owner != null && reason != null && expires != null) {
      rules.add(
          new IgnoreRule(
              AddressPattern.of(address.value()),
              entry.text("setting"),
              owner.value(),
              reason.value(),
              expires,
              entry.at()));
    }
  }
}
