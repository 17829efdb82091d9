package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.wording.LabelText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The changes of one NAS that ask the same of a reader.
 *
 * @param title what they have in common
 * @param count how many changes, or in drift differences, there are
 * @param open whether they are shown unfolded
 */
public record ChangeGroup(
    Badge badge, String title, int count, boolean open, ImmutableList<Resource> resources) {
  /** A longer list of what is harmless is folded. */
  private static final int LONGEST_OPEN = 100;

  /** The changes of one connection, task or package. */
  public record Resource(String address, ImmutableList<ChangeView> changes) {}

  /** From what matters most to what matters least. */
  private enum Kind {
    DATA_LOSS(Badge.of(Risk.DATA_LOSS), "may delete files"),
    DISCONNECT(Badge.of(Risk.DISCONNECT), "removes tasks or connections"),
    UNVERIFIABLE(Badge.of(Risk.UNVERIFIABLE), "the value before cannot be read"),
    TRAFFIC(Badge.of(Risk.TRAFFIC), "may cause a large re-scan or transfer"),
    MANUAL(new Badge(Tone.NOTICE.css(), "✎", "by hand"), "only a person can do this, in DSM"),
    HARMLESS(new Badge(Tone.CALM.css(), "✓", "harmless"), "no risk found"),
    IGNORED(new Badge(Tone.QUIET.css(), "−", "ignored"), "somebody has said that it may be");

    private final Badge badge;
    private final String title;

    Kind(Badge badge, String title) {
      this.badge = badge;
      this.title = title;
    }
  }

  static ImmutableList<ChangeGroup> of(List<Change> changes, ChangeViews views) {
    Map<Kind, List<Change>> kinds = new EnumMap<>(Kind.class);
    for (Change change : changes) {
      kinds.computeIfAbsent(kind(change, views), kind -> new ArrayList<>()).add(change);
    }
    ImmutableList.Builder<ChangeGroup> groups = ImmutableList.builder();
    kinds.forEach((kind, of) -> {
      int count = Totals.count(of, views.verb());
      groups.add(
          new ChangeGroup(
              kind.badge,
              kind.title,
              count,
              kind != Kind.IGNORED && (kind != Kind.HARMLESS || count <= LONGEST_OPEN),
              resources(of, views)));
    });
    return groups.build();
  }

  private static Kind kind(Change change, ChangeViews views) {
    if (!views.counts(change)) {
      return Kind.IGNORED;
    }
    if (change instanceof Change.Manual) {
      return Kind.MANUAL;
    }
    return switch (Totals.worst(change)) {
      case DATA_LOSS -> Kind.DATA_LOSS;
      case DISCONNECT -> Kind.DISCONNECT;
      case UNVERIFIABLE -> Kind.UNVERIFIABLE;
      case TRAFFIC -> Kind.TRAFFIC;
      case NONE -> Kind.HARMLESS;
    };
  }

  private static ImmutableList<Resource> resources(List<Change> changes, ChangeViews views) {
    List<Resource> resources = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= changes.size(); i++) {
      if (i == changes.size() || !changes.get(i).address().equals(changes.get(i - 1).address())) {
        resources.add(
            new Resource(
                LabelText.address(changes.get(start).address()),
                changes.subList(start, i).stream()
                    .map(views::of)
                    .collect(ImmutableList.toImmutableList())));
        start = i;
      }
    }
    return ImmutableList.copyOf(resources);
  }
}
