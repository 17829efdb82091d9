package io.cloudsyncctl.config.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Location;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * SnakeYAML's nodes to ours: merge keys expanded, doubled keys reported, and anchors bounded. An
 * aliased node is built once and shared, so its cost is counted, not paid.
 */
final class TreeBuilder {
  private static final long LIMIT = 1_000_000;
  private static final int DEPTH = 2 * YamlParser.DEPTH;

  private final String display;
  private final Problems problems;
  private final Map<org.yaml.snakeyaml.nodes.Node, Node> built = new IdentityHashMap<>();
  private final Map<org.yaml.snakeyaml.nodes.Node, Boolean> open = new IdentityHashMap<>();
  private final Map<Node, Size> sizes = new IdentityHashMap<>();

  /** How large a part of the tree is, aliases counted each time. */
  private record Size(long nodes, int depth) {}

  TreeBuilder(String display, Problems problems) {
    this.display = display;
    this.problems = problems;
  }

  Node.@Nullable Mapping nothing() {
    problems.add(
        ConfigCode.EMPTY_FILE,
        "the file is empty",
        new Location.InFile(display, 1, 1),
        "it starts with version: 1");
    return null;
  }

  Node.@Nullable Mapping build(org.yaml.snakeyaml.nodes.Node root) {
    Node node = node(root);
    Size size = sizeOf(node);
    if (size.nodes > LIMIT) {
      problems.add(
          ConfigCode.ANCHOR_EXPANSION,
          "the file holds more than 1,000,000 values when its anchors are expanded",
          node.at(),
          "use fewer aliases inside anchors");
      return null;
    }
    if (size.depth > DEPTH) {
      problems.add(
          ConfigCode.NESTED_TOO_DEEP,
          "the file is nested more than " + DEPTH + " levels deep when its anchors are expanded",
          node.at(),
          null);
      return null;
    }
    if (node.isNull()) {
      return nothing();
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (!node.isUndefined()) {
      problems.add(
          ConfigCode.WRONG_TYPE,
          "the file must be a mapping, but it is " + Shown.kind(node),
          node.at(),
          "it starts with version: 1");
    }
    return null;
  }

  private Size sizeOf(Node node) {
    return sizes.getOrDefault(node, new Size(1, 1));
  }

  private Node node(org.yaml.snakeyaml.nodes.Node source) {
    Node known = built.get(source);
    if (known != null) {
      return known;
    }
    if (open.containsKey(source)) {
      problems.add(
          ConfigCode.ANCHOR_EXPANSION,
          "the anchor contains itself",
          at(source.getStartMark()),
          "an anchor may hold aliases of other anchors only");
      return Node.Scalar.undefined(at(source.getStartMark()));
    }
    open.put(source, true);
    Node node =
        switch (source) {
          case ScalarNode scalar -> scalar(scalar);
          case SequenceNode sequence -> sequence(sequence);
          case MappingNode mapping -> mapping(mapping);
          case AnchorNode anchor -> node(anchor.getRealNode());
          default -> throw new IllegalStateException("a node of an unknown kind");
        };
    open.remove(source);
    built.put(source, node);
    return node;
  }

  private Node scalar(ScalarNode source) {
    Location.InFile at = at(source.getStartMark());
    String text = source.getValue();
    Tag tag = source.getTag();
    if (!tag.equals(YamlParser.PLAIN) && !tag.equals(Tag.STR)) {
      return tagged(at);
    }
    Content content =
        tag.equals(YamlParser.PLAIN) ? CoreResolver.resolve(text) : new Content.Text();
    return new Node.Scalar(content, text, at, textOffset(source), Node.Trait.WRITTEN);
  }

  private Node tagged(Location.InFile at) {
    problems.add(
        ConfigCode.YAML_TAG,
        "a tag other than !!str, !!seq and !!map has no meaning here",
        at,
        "remove the tag; in double quotes a text may start with an exclamation mark");
    return Node.Scalar.undefined(at);
  }

  /** Columns inside a text can be told where it stands in the file character for character. */
  private static int textOffset(ScalarNode source) {
    Mark start = source.getStartMark();
    Mark end = source.getEndMark();
    int quotes = source.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    int length = source.getValue().codePointCount(0, source.getValue().length());
    return end.getIndex() - start.getIndex() == length + 2 * quotes ? quotes : -1;
  }

  private Node sequence(SequenceNode source) {
    Location.InFile at = at(source.getStartMark());
    if (!source.getTag().equals(Tag.SEQ)) {
      return tagged(at);
    }
    ImmutableList.Builder<Node> items = ImmutableList.builder();
    long nodes = 1;
    int depth = 0;
    for (org.yaml.snakeyaml.nodes.Node item : source.getValue()) {
      Node node = node(item);
      items.add(node);
      nodes = Math.min(nodes + sizeOf(node).nodes, LIMIT + 1);
      depth = Math.max(depth, sizeOf(node).depth);
    }
    Node sequence = new Node.Sequence(items.build(), at);
    sizes.put(sequence, new Size(nodes, depth + 1));
    return sequence;
  }

  private Node mapping(MappingNode source) {
    Location.InFile at = at(source.getStartMark());
    if (!source.getTag().equals(Tag.MAP)) {
      return tagged(at);
    }
    Map<String, Node.Entry> own = new LinkedHashMap<>();
    Map<String, Node.Entry> merged = new LinkedHashMap<>();
    ScalarNode firstMerge = null;
    for (NodeTuple tuple : source.getValue()) {
      if (isMergeKey(tuple.getKeyNode())) {
        ScalarNode mergeKey = (ScalarNode) tuple.getKeyNode();
        if (firstMerge == null) {
          firstMerge = mergeKey;
        } else {
          twice(mergeKey.getValue(), at(firstMerge.getStartMark()), at(mergeKey.getStartMark()));
        }
        merge(tuple.getValueNode(), merged);
      } else if (tuple.getKeyNode() instanceof ScalarNode key) {
        add(key, tuple.getValueNode(), own);
      } else {
        problems.add(
            ConfigCode.UNSUPPORTED_KEY,
            "a key must be a single word or text",
            at(tuple.getKeyNode().getStartMark()),
            tuple.getKeyNode() instanceof MappingNode
                ? "a text that starts with { is quoted: \"${env:NAME}\""
                : null);
      }
    }
    merged.forEach(own::putIfAbsent);
    long nodes = 1;
    int depth = 0;
    for (Node.Entry entry : own.values()) {
      nodes = Math.min(nodes + sizeOf(entry.value()).nodes, LIMIT + 1);
      depth = Math.max(depth, sizeOf(entry.value()).depth);
    }
    Node mapping = new Node.Mapping(ImmutableMap.copyOf(own), at);
    sizes.put(mapping, new Size(nodes, depth + 1));
    return mapping;
  }

  private void add(
      ScalarNode source, org.yaml.snakeyaml.nodes.Node value, Map<String, Node.Entry> entries) {
    if (!(scalar(source) instanceof Node.Scalar key) || key.isUndefined()) {
      return;
    }
    Node.Entry entry = new Node.Entry(key, node(value));
    Node.Entry first = entries.putIfAbsent(key.text(), entry);
    if (first != null) {
      twice(key.text(), first.key().at(), key.at());
    }
  }

  private void twice(String key, Location.InFile first, Location.InFile second) {
    problems.add(
        ConfigCode.DUPLICATE_KEY,
        "the key "
            + Shown.quoted(key)
            + " stands twice in one mapping; the first is in line "
            + first.line(),
        second,
        key.equals("<<")
            ? "write both mappings behind one: <<: [*first, *second]"
            : "remove one of the two");
  }

  private static boolean isMergeKey(org.yaml.snakeyaml.nodes.Node key) {
    return key instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().equals("<<");
  }

  private void merge(org.yaml.snakeyaml.nodes.Node source, Map<String, Node.Entry> merged) {
    switch (node(source)) {
      case Node.Mapping mapping -> mapping.entries().forEach(merged::putIfAbsent);
      case Node.Sequence(ImmutableList<Node> items, _)
          when items.stream().allMatch(Node.Mapping.class::isInstance) ->
          items.forEach(item -> ((Node.Mapping) item).entries().forEach(merged::putIfAbsent));
      case Node other ->
          problems.add(
              ConfigCode.WRONG_TYPE,
              "<< takes an alias of a mapping, or a list of such aliases",
              other.at(),
              "write <<: *name, where &name stands before a mapping");
    }
  }

  private Location.InFile at(Mark mark) {
    return new Location.InFile(display, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
