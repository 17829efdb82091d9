package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.AddressPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan does beside making declared things as they are declared.
 *
 * @param prune whether what nobody declares is removed
 * @param quiesce whether connections rest while what may delete files is written to them
 * @param recreate tasks that are created anew although they were there before
 */
public record PlanningRequest(
    boolean prune, boolean quiesce, ImmutableList<AddressPattern> recreate) {
  /** As {@code drift} plans: it only says what differs, so nothing is pruned. */
  public static final PlanningRequest USUAL = new PlanningRequest(false, true, ImmutableList.of());

  /** As they are typed. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (prune) {
      words.add("--prune");
    }
    if (!quiesce) {
      words.add("--no-quiesce");
    }
    recreate.forEach(pattern -> words.addAll(List.of("--recreate", pattern.text())));
    return words;
  }
}
