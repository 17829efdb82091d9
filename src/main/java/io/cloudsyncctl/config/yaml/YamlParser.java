package io.cloudsyncctl.config.yaml;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Text to nodes with positions. Nothing is constructed, so no tag can make anything run. */
public final class YamlParser {
  /** Marks a scalar without quotes and without a tag: the core rules say what it is. */
  static final Tag PLAIN = new Tag("plain");

  static final int DEPTH = 50;

  private YamlParser() {}

  /** The mapping that a text holds; null where it holds none, which is reported. */
  static Node.@Nullable Mapping parse(String text, String display, Problems problems) {
    LoaderOptions options = options();
    org.yaml.snakeyaml.nodes.Node root;
    try {
      root =
          new Composer(new ParserImpl(new StreamReader(text), options), new CoreTags(), options)
              .getSingleNode();
    } catch (YAMLException e) {
      new SyntaxErrors(text, display, problems).report(e);
      return null;
    }
    TreeBuilder builder = new TreeBuilder(display, problems);
    return root == null ? builder.nothing() : builder.build(root);
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlText.LIMIT);
    options.setNestingDepthLimit(DEPTH);
    // The tree's own limit is on what aliases expand to, which is what costs.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setProcessComments(false);
    return options;
  }

  /**
   * The roots of all documents of a text that YAML takes for several; empty where any is no YAML.
   * What is wrong inside them is passed over.
   */
  public static ImmutableList<Node.Mapping> documents(String text, String display) {
    ImmutableList.Builder<Node.Mapping> roots = ImmutableList.builder();
    LoaderOptions options = options();
    try {
      Composer composer =
          new Composer(new ParserImpl(new StreamReader(text), options), new CoreTags(), options);
      while (composer.checkNode()) {
        Node.Mapping root = new TreeBuilder(display, new Problems()).build(composer.getNode());
        if (root == null) {
          return ImmutableList.of();
        }
        roots.add(root);
      }
    } catch (YAMLException e) {
      return ImmutableList.of();
    }
    return roots.build();
  }

  private static final class CoreTags extends Resolver {
    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return switch (kind) {
        case scalar -> implicit ? PLAIN : Tag.STR;
        case sequence -> Tag.SEQ;
        case mapping, anchor -> Tag.MAP;
      };
    }
  }
}
