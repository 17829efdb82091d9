package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.config.compose.Composition;
import io.cloudsyncctl.config.compose.Defaults;
import io.cloudsyncctl.config.compose.Expansion;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.compose.References;
import io.cloudsyncctl.config.compose.SecretMarker;
import io.cloudsyncctl.config.compose.Substitution;
import io.cloudsyncctl.config.compose.Variables;
import io.cloudsyncctl.config.schema.SchemaValidator;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.FileView;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.SourceFile;
import io.cloudsyncctl.config.yaml.Sources;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** YAML files to desired states. Everything that is wrong with any of them is found in one run. */
public final class ConfigLoader {
  /** The variable that every command takes a password from where no file names another. */
  private static final String PASSWORD_VARIABLE = "env:CLOUDSYNC_PASSWORD";

  private final SchemaValidator validator = new SchemaValidator();
  private final FileView view;

  /** A loader of files as they are now. */
  public ConfigLoader() {
    this(FileView.DISK);
  }

  /** A loader of files from elsewhere. */
  public ConfigLoader(FileView view) {
    this.view = view;
  }

  /**
   * Loads the files and folders that a user named.
   *
   * @param filesOrFolders in the user's order; folders are walked for {@code *.yaml} and {@code
   *     *.yml}, hidden ones left out
   */
  public LoadResult load(List<Path> filesOrFolders, LoadOptions options) {
    return new Run(filesOrFolders, options).load();
  }

  /** One run: what its files have in common. */
  private final class Run {
    private final List<Path> named;
    private final LoadOptions options;

    /** Found while the files were read and put together. */
    private final Problems reading = new Problems();

    /** Found in what every NAS of the run depends on: the variables of the command line. */
    private final Problems outside = new Problems();

    private final Problems problems = new Problems();
    private final Sources sources = new Sources(view, reading);
    private final References references;
    private final UniquePerNas unique = new UniquePerNas();
    private final UniquePerDevice perDevice = new UniquePerDevice();
    private boolean targetUnknown;

    Run(List<Path> named, LoadOptions options) {
      this.named = named;
      this.options = options;
      this.references = new References(sources, options.environment());
    }

    LoadResult load() {
      ImmutableList.Builder<Path> roots = ImmutableList.builder();
      named.stream().filter(view::isFolder).forEach(roots::add);
      Composition composition =
          new Composition(sources, reading, roots.addAll(options.roots()).build());
      // A file that is named twice, or named and found in a folder, is one file; named counts.
      Map<SourceFile, Boolean> files = new LinkedHashMap<>();
      for (FileDiscovery.Found found : FileDiscovery.find(view, named, reading)) {
        files.merge(
            sources.read(found.path(), found.path().toString()),
            found.walked(),
            Boolean::logicalAnd);
      }
      Map<SourceFile, Composition.Composed> composed = new LinkedHashMap<>();
      Set<SourceFile> extended = new HashSet<>();
      for (SourceFile file : files.keySet()) {
        Composition.Composed document = composition.compose(file);
        composed.put(file, document);
        document.files().stream().filter(part -> part != file).forEach(extended::add);
      }
      leaveOutStrangers(files, composed, extended);
      ImmutableMap<String, Node.Scalar> variables = Variables.ofRun(options, sources, outside);
      problems.addAll(reading);
      problems.addAll(outside);
      ImmutableSet<String> secrets = secretReferences(composed.values(), variables);
      List<DesiredState> states = new ArrayList<>();
      composed.forEach((file, document) -> {
        boolean fragment =
            Boolean.TRUE.equals(files.get(file))
                && extended.contains(file)
                && !namesNas(document.root());
        if (document.root() != null && !fragment) {
          state(document, document.root(), variables, secrets).ifPresent(states::add);
        }
      });
      boolean allKnown = !reading.hasErrors() && !outside.hasErrors() && !targetUnknown;
      List<DesiredState> distinct = perDevice.check(states, allKnown, problems);
      return new LoadResult(
          ImmutableList.copyOf(distinct), inOrder(), Expansion.ofCommandLine(secrets));
    }

    private void leaveOutStrangers(
        Map<SourceFile, Boolean> files,
        Map<SourceFile, Composition.Composed> composed,
        Set<SourceFile> extended) {
      List<SourceFile> strangers =
          files.keySet().stream()
              .filter(file -> Boolean.TRUE.equals(files.get(file)) && !extended.contains(file))
              .filter(file -> ForeignFiles.isOne(file, view))
              .toList();
      strangers.forEach(file -> {
        ForeignFiles.leaveOut(file, reading);
        composed.remove(file);
      });
      if (composed.isEmpty() && !strangers.isEmpty()) {
        reading.add(
            ConfigCode.NO_FILES,
            "none of the files that were found declares anything",
            null,
            "name the folder that holds the declarations");
      }
    }

    /** What fills a secret of any NAS of the run: one file must not show that of another. */
    private ImmutableSet<String> secretReferences(
        Iterable<Composition.Composed> documents, ImmutableMap<String, Node.Scalar> variables) {
      ImmutableSet.Builder<String> secrets = ImmutableSet.<String>builder().add(PASSWORD_VARIABLE);
      for (Composition.Composed document : documents) {
        Node.Mapping root = document.root();
        if (root != null) {
          secrets.addAll(
              substitution(root, variables, ImmutableSet.of(), new Problems())
                  .secretReferences(root));
        }
      }
      return secrets.build();
    }

    private Substitution substitution(
        Node.Mapping root,
        ImmutableMap<String, Node.Scalar> variables,
        ImmutableSet<String> secrets,
        Problems found) {
      return new Substitution(
          new Expansion.Values(references, variables, Variables.ofDocument(root, found)),
          options.credentialsNeeded(),
          secrets,
          found);
    }

    private boolean namesNas(Node.@Nullable Mapping root) {
      Node.Mapping nas = root == null ? null : root.mapping("nas");
      return nas != null && (nas.entries().containsKey("name") || nas.entries().containsKey("url"));
    }

    private ImmutableList<Diagnostic> inOrder() {
      Comparator<Diagnostic> order =
          Comparator.comparingInt((Diagnostic d) ->
                  d.location() instanceof Location.InFile at ? sources.order(at.file()) : -1)
              .thenComparingInt(d -> d.location() instanceof Location.InFile at ? at.line() : 0)
              .thenComparingInt(d -> d.location() instanceof Location.InFile at ? at.column() : 0);
      return problems.all().stream().sorted(order).collect(ImmutableList.toImmutableList());
    }

    private Optional<DesiredState> state(
        Composition.Composed document,
        Node.Mapping root,
        ImmutableMap<String, Node.Scalar> variables,
        ImmutableSet<String> secrets) {
      Problems found = new Problems();
      Node.Mapping whole = Defaults.apply(root, found);
      Substitution substitution = substitution(root, variables, secrets, found);
      Node.Mapping substituted = validator.retyped(SecretMarker.mark(substitution.apply(whole)));
      validator.validate(substituted, found);
      checkWhole(root, substituted, found);
      Optional<DesiredState> state = read(document, root, substituted, found);
      problems.addAll(found);
      if (!found.hasErrors() && !couldNotBeRead(document)) {
        return state;
      }
      state.ifPresent(perDevice::unusable);
      targetUnknown |= state.isEmpty();
      return Optional.empty();
    }

    /** Doubled keys and the like leave a tree that is checked further, but not to be used. */
    private boolean couldNotBeRead(Composition.Composed document) {
      Set<String> displays = new HashSet<>();
      document.files().forEach(file -> displays.add(file.display()));
      return outside.hasErrors()
          || reading.all().stream()
              .anyMatch(d ->
                  d.severity() == Severity.ERROR
                      && d.location() instanceof Location.InFile at
                      && displays.contains(at.file()));
    }

    /** What only a whole document needs, however it came together. */
    private void checkWhole(Node.Mapping written, Node.Mapping root, Problems found) {
      if (!root.entries().containsKey("nas")) {
        found.add(
            ConfigCode.MISSING_KEY,
            "the file needs the key nas",
            written.at(),
            "write nas: with name and url; a file that others extend may do without when it is"
                + " found in a folder");
      }
      if (!root.entries().containsKey("nas") && !root.entries().containsKey("version")) {
        found.add(
            ConfigCode.MISSING_KEY,
            "the file needs the key version",
            written.at(),
            "write version: 1");
      }
      Node.Mapping defaults = root.mapping("defaults");
      Node.Mapping connection = defaults == null ? null : defaults.mapping("connection");
      if (connection != null) {
        new SettingsReader(found).read(connection, Catalog.of(Subject.CONNECTION));
      }
    }

    private Optional<DesiredState> read(
        Composition.Composed document, Node.Mapping written, Node.Mapping root, Problems found) {
      Node.Mapping declared = root.mapping("package");
      DeclaredSettings settings =
          declared == null
              ? DeclaredSettings.EMPTY
              : new SettingsReader(found).read(declared, Catalog.of(Subject.PACKAGE));
      ImmutableList<AcceptedRisk> accepted =
          declared == null ? ImmutableList.of() : DeclaredFields.acceptedRisks(declared, found);
      ImmutableList<DesiredConnection> connections = new ConnectionReader(found).connections(root);
      IdentityChecks.check(connections, found);
      Warnings.check(connections, found);
      Node.Mapping nas = root.mapping("nas");
      Optional<NasTarget> target =
          nas == null
              ? Optional.empty()
              : new NasReader(references, options.credentialsNeeded(), found)
                  .read(nas, written.mapping("nas"));
      target.ifPresent(t -> unique.check(t, nas, found));
      ImmutableList<String> files =
          document.files().stream()
              .map(SourceFile::display)
              .collect(ImmutableList.toImmutableList());
      Optional<DesiredState> state =
          target.map(t -> new DesiredState(t, settings, connections, files, accepted));
      if (nas != null) {
        state.ifPresent(one -> perDevice.note(one, nas));
      }
      return state;
    }
  }
}
