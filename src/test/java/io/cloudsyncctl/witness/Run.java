package io.cloudsyncctl.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One command that one machine ran. */
public final class Run {
  /** In place of an exit code: the program ended with an exception. */
  static final int BROKEN = -2;

  private final int number;
  private final String machine;
  private final Declared declared;
  private final List<String> words;
  private final List<Moment> moments = new ArrayList<>();
  private final Map<Integer, List<Runnable>> triggers = new TreeMap<>();
  private int requests;
  private int killAt;
  private boolean killedAfterActing;
  private boolean dead;
  private int code = -1;
  private String said = "";

  Run(int number, String machine, Declared declared, List<String> words) {
    this.number = number;
    this.machine = machine;
    this.declared = declared;
    this.words = List.copyOf(words);
  }

  /** Lets something happen just before its n-th request takes effect. */
  public Run at(int request, Runnable event) {
    triggers.computeIfAbsent(request, _ -> new ArrayList<>()).add(event);
    return this;
  }

  /**
   * Lets it be killed at its n-th request.
   *
   * @param afterActing whether that request takes effect before; its answer never comes
   */
  public Run killAt(int request, boolean afterActing) {
    killAt = request;
    killedAfterActing = afterActing;
    return this;
  }

  /** What is due before the request that arrives just now. */
  List<Runnable> arrives() {
    requests++;
    return triggers.getOrDefault(requests, List.of());
  }

  boolean isKilledNow() {
    return requests == killAt;
  }

  boolean killedAfterActing() {
    return killedAfterActing;
  }

  void die() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  void add(Moment moment) {
    moments.add(moment);
  }

  void ended(int exitCode, String text) {
    code = exitCode;
    said = text;
  }

  String machine() {
    return machine;
  }

  List<String> words() {
    return words;
  }

  public Declared declared() {
    return declared;
  }

  /** Its requests so far that took effect, in their order. */
  public List<Moment> moments() {
    return moments;
  }

  /** How many requests it sent. */
  public int requests() {
    return requests;
  }

  /** What it ended with. */
  public int code() {
    return code;
  }

  /** All that it printed. */
  public String said() {
    return said;
  }

  /** Whether it made changes, or could have. */
  public boolean applies() {
    return words.getFirst().equals("apply");
  }

  /** Whether it said that everything is as declared: by its code, which tells. */
  boolean saysAsDeclared() {
    return !dead && code == 0 && (applies() || words.contains("--detailed-exitcode"));
  }

  /** Whether a risk of this class was accepted. */
  boolean accepts(String risk) {
    return words.stream().anyMatch(word -> word.startsWith(risk + ":"));
  }

  boolean quiesces() {
    return !words.contains("--no-quiesce");
  }

  @Override
  public String toString() {
    return "run %d of machine %s: %s%s"
        .formatted(number, machine, String.join(" ", words), dead ? " (killed)" : "");
  }
}
