package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Lays {@code defaults.connection} and {@code defaults.task} under what is declared. */
public final class Defaults {
  private final Merge merge;
  private final Node.@Nullable Mapping connection;
  private final Node.@Nullable Mapping task;

  private Defaults(Merge merge, Node.@Nullable Mapping defaults) {
    this.merge = merge;
    this.connection = defaults == null ? null : defaults.mapping("connection");
    this.task = defaults == null ? null : defaults.mapping("task");
  }

  /** The document with its defaults applied; the block itself stays, to be validated. */
  public static Node.Mapping apply(Node.Mapping root, Problems problems) {
    Defaults defaults = new Defaults(new Merge(problems), root.mapping("defaults"));
    return defaults.connection == null && defaults.task == null
        ? root
        : defaults.inList(root, "connections", defaults::onConnection);
  }

  private interface Change {
    Node.Mapping of(Node.Mapping mapping);
  }

  private Node.Mapping inList(Node.Mapping owner, String key, Change change) {
    if (!(owner.get(key) instanceof Node.Sequence(ImmutableList<Node> items, var at))) {
      return owner;
    }
    ImmutableList<Node> changed =
        items.stream()
            .map(item -> item instanceof Node.Mapping mapping ? change.of(mapping) : item)
            .collect(ImmutableList.toImmutableList());
    return owner.with(key, new Node.Sequence(changed, at));
  }

  private Node.Mapping onConnection(Node.Mapping declared) {
    Node.Mapping merged = connection == null ? declared : merge.under(connection, declared);
    return task == null ? merged : inList(merged, "tasks", own -> merge.under(task, own));
  }
}
