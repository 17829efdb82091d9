package io.cloudsyncctl.faults;

import java.util.ArrayList;
import java.util.List;

/** Which imperfections begin at which requests. */
final class BehaviourPairs {
  /** {@code -Dcloudsyncctl.matrix=all} tries every pair, and lets each stay and not stay. */
  private static final boolean ALL = "all".equals(System.getProperty("cloudsyncctl.matrix"));

  /** Else one pair out of so many, spread over the requests, but two of each imperfection. */
  private static final int ONE_OF = 14;

  /** Only imperfections whose words hold this, for whoever looks into one. */
  private static final String ONLY = System.getProperty("cloudsyncctl.only", "");

  private BehaviourPairs() {}

  /**
   * An imperfection that begins just before a request.
   *
   * @param stays whether it is still there at the next apply
   */
  record Pair(WireCall where, Imperfection imperfection, boolean stays) {
    @Override
    public String toString() {
      return where + ": " + imperfection.words() + (stays ? ", which stays" : "");
    }
  }

  /**
   * The pairs to try. Where an imperfection makes no difference before a later request it is tried
   * there, and stands for all the requests in between.
   */
  static List<Pair> of(List<WireCall> calls) {
    List<Pair> chosen = new ArrayList<>();
    int number = 0;
    for (Imperfection imperfection : Imperfection.all()) {
      number++;
      if (imperfection.words().contains(ONLY)) {
        List<Pair> all = of(calls, imperfection);
        int step = ALL ? 1 : Math.clamp(all.size() / 2, 1, ONE_OF);
        for (int i = 5 * number % step; i < all.size(); i += step) {
          chosen.add(all.get(i));
        }
      }
    }
    return chosen;
  }

  private static List<Pair> of(List<WireCall> calls, Imperfection imperfection) {
    List<Pair> pairs = new ArrayList<>();
    for (WireCall call : calls) {
      boolean shows = imperfection.mayShowIn(call);
      if (shows) {
        pairs.add(new Pair(call, imperfection, false));
      }
      // Behind the last call in which it would have shown, it shows in the next apply only.
      if (imperfection.goesOn() && (shows || call.equals(calls.getLast()))) {
        pairs.add(new Pair(call, imperfection, true));
      }
    }
    return pairs;
  }
}
