package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a property over many seeds. The base seed is the same in every build, so that a build that
 * fails speaks of the change at hand; {@code -Dcloudsyncctl.seed=N} takes another, and {@code
 * -Dcloudsyncctl.cases=N} more or fewer cases. Case number i of a property has the seed base + i:
 * the seed that a failure names, taken as the base, makes the failing case the first.
 */
final class Cases {
  private static final long BASE_SEED = Long.getLong("cloudsyncctl.seed", 20_260_131L);
  private static final int MOST_FAILURES = 3;

  private Cases() {}

  /** What is to hold in one case. */
  interface Property {
    void check(Case one) throws Exception;
  }

  static void forEach(String property, int usualCount, Property body) {
    int count = Integer.getInteger("cloudsyncctl.cases", usualCount);
    List<AssertionError> failures = new ArrayList<>();
    int run = 0;
    for (long seed = BASE_SEED; run < count && failures.size() < MOST_FAILURES; seed++, run++) {
      Case one = new Case(seed, new Dice(seed * 31 + property.hashCode()));
      try {
        body.check(one);
      } catch (Exception | AssertionError e) {
        failures.add(new AssertionError(one.report(property, e), e));
      }
    }
    System.out.printf("property \"%s\": %d cases from seed %d%n", property, run, BASE_SEED);
    if (!failures.isEmpty()) {
      AssertionError first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
