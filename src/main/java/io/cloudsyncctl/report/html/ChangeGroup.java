package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Wording;
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
    DATA_LOSS(Badge.of(Risk.DATA_LOSS), Wording.danger(Risk.DATA_LOSS)),
    DISCONNECT(Badge.of(Risk.DISCONNECT), Wording.danger(Risk.DISCONNECT)),
    UNVERIFIABLE(Badge.of(Risk.UNVERIFIABLE), Wording.danger(Risk.UNVERIFIABLE)),
    TRAFFIC(Badge.of(Risk.TRAFFIC), Wording.danger(Risk.TRAFFIC)),
    MANUAL(new Badge(Tone.NOTICE.css(), "✎", "by hand"), "only a person can do this, in DSM"),
    HARMLESS(new Badge(Tone.CALM.css(), "✓", "harmless"), Wording.danger(Risk.NONE)),
    IGNORED(new Badge(Tone.QUIET.css(), "−", "ignored"), "somebody has said that it may be");

    private final Badge badge;
    private final String title;

    Kind(Badge badge, String title) {
      this.badge = badge;
      this.title = title;
    }
  }

  static ImmutableList<ChangeGroup> of(List<AssessedChange> changes, ChangeViews views) {
    Map<Kind, List<AssessedChange>> kinds = new EnumMap<>(Kind.class);
    for (AssessedChange change : changes) {
      kinds.computeIfAbsent(kind(change), kind -> new ArrayList<>()).add(change);
    }
    ImmutableList.Builder<ChangeGroup> groups = ImmutableList.builder();
    kinds.forEach((kind, of) -> {
      int count = of.stream().mapToInt(change -> Totals.count(change, views.verb())).sum();
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

  private static Kind kind(AssessedChange assessed) {
    if (!assessed.counts()) {
      return Kind.IGNORED;
    }
    if (assessed.change() instanceof Change.Manual) {
      return Kind.MANUAL;
    }
    return switch (assessed.change().worst()) {
      case DATA_LOSS -> Kind.DATA_LOSS;
      case DISCONNECT -> Kind.DISCONNECT;
      case UNVERIFIABLE -> Kind.UNVERIFIABLE;
      case TRAFFIC -> Kind.TRAFFIC;
      case NONE -> Kind.HARMLESS;
    };
  }

  private static ImmutableList<Resource> resources(
      List<AssessedChange> changes, ChangeViews views) {
    List<Resource> resources = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= changes.size(); i++) {
      Address address = changes.get(i - 1).change().address();
      if (i == changes.size() || !changes.get(i).change().address().equals(address)) {
        resources.add(
            new Resource(
                LabelText.address(address),
                changes.subList(start, i).stream()
                    .map(views::of)
                    .collect(ImmutableList.toImmutableList())));
        start = i;
      }
    }
    return ImmutableList.copyOf(resources);
  }
}
