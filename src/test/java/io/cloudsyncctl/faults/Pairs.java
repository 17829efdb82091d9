package io.cloudsyncctl.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which faults are tried at which requests, and why the others are not. */
final class Pairs {
  /**
   * {@code -Dcloudsyncctl.matrix=all} tries every pair. The usual build tries every fault at every
   * write, and at the first and the last of reads that are alike: of the same methods, just before
   * or just after a write or neither. All of them take over four minutes on two cores.
   */
  private static final boolean ALL = "all".equals(System.getProperty("cloudsyncctl.matrix"));

  /** One of each sort, for what does not pass. */
  private static final List<Fault> LASTING =
      List.of(Fault.REFUSED, Fault.RESET_AFTER, Fault.HTTP_502, Fault.CODE_105, Fault.CODE_117);

  private final List<WireCall> calls;
  private final Map<String, Integer> impossible = new TreeMap<>();
  private final Map<Fault, Integer> impossibleByFault = new HashMap<>();

  Pairs(List<WireCall> calls) {
    this.calls = calls;
  }

  /**
   * Something that goes wrong somewhere.
   *
   * @param lasting with everything that follows as well, until the apply has ended
   */
  record Pair(WireCall where, Fault fault, boolean lasting) {
    @Override
    public String toString() {
      return where + ": " + fault.words() + (lasting ? ", from then on" : "");
    }
  }

  /** One thing goes wrong, once. */
  List<Pair> once() {
    List<Pair> pairs = new ArrayList<>();
    for (WireCall call : calls) {
      for (Fault fault : Fault.values()) {
        if (call.impossible(fault).isPresent()) {
          impossible.merge(call.impossible(fault).get(), 1, Integer::sum);
          impossibleByFault.merge(fault, 1, Integer::sum);
        } else if (ALL || chosen(call)) {
          pairs.add(new Pair(call, fault, false));
        }
      }
    }
    return pairs;
  }

  /** Something goes wrong and stays so: no repeat of a call helps, and nothing after it works. */
  List<Pair> fromThenOn() {
    List<Pair> pairs = new ArrayList<>();
    for (WireCall call : calls) {
      for (Fault fault : LASTING) {
        if (call.impossible(fault).isEmpty() && (ALL || call.writes() || followsWrite(call))) {
          pairs.add(new Pair(call, fault, true));
        }
      }
    }
    return pairs;
  }

  Map<String, Integer> impossible() {
    return impossible;
  }

  int impossible(Fault fault) {
    return impossibleByFault.getOrDefault(fault, 0);
  }

  private boolean chosen(WireCall call) {
    if (call.writes()) {
      return true;
    }
    List<WireCall> alike =
        calls.stream().filter(other -> !other.writes() && kind(other).equals(kind(call))).toList();
    return call.equals(alike.getFirst()) || call.equals(alike.getLast());
  }

  private String kind(WireCall call) {
    return followsWrite(call) + " " + precedesWrite(call) + " " + call.methods();
  }

  private boolean precedesWrite(WireCall call) {
    return call.number() < calls.size() && calls.get(call.number()).writes();
  }

  private boolean followsWrite(WireCall call) {
    return call.number() > 1 && calls.get(call.number() - 2).writes();
  }
}
