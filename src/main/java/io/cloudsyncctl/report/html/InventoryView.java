package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.report.wording.LabelText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is managed of one NAS.
 *
 * @param counts how many parts are in each state, the worst first
 */
public record InventoryView(
    int parts, ImmutableList<TruthTable.Count> counts, ImmutableList<Resource> resources) {

  /** A package, connection or task. */
  public record Resource(String address, ImmutableList<PartView> parts) {}

  /** One part of it. */
  public record PartView(Badge badge, String aspect) {}

  static InventoryView of(List<ManagedAspect> parts) {
    Map<Address, List<PartView>> resources = new LinkedHashMap<>();
    for (ManagedAspect part : parts) {
      resources
          .computeIfAbsent(part.address(), address -> new ArrayList<>())
          .add(new PartView(Badge.of(part.state()), part.aspect().word()));
    }
    return new InventoryView(
        parts.size(),
        TruthTable.badges(parts),
        resources.entrySet().stream()
            .map(entry ->
                new Resource(
                    LabelText.address(entry.getKey()), ImmutableList.copyOf(entry.getValue())))
            .collect(ImmutableList.toImmutableList()));
  }
}
