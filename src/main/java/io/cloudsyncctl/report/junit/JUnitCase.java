package io.cloudsyncctl.report.junit;

import com.google.common.collect.ImmutableList;

/**
 * One test case.
 *
 * @param group the class that CI hosts group by
 * @param name unique in its group, and the same from run to run
 */
record JUnitCase(String group, String name, Verdict verdict) {

  /** How it came out. The texts are escaped for people, not yet for XML. */
  sealed interface Verdict {

    /** All is well. */
    record Passed() implements Verdict {}

    /** It was not looked at, or does not matter. */
    record Skipped(String why) implements Verdict {}

    /**
     * It is not as it should be.
     *
     * @param type what kind of failure, in one word
     */
    record Failed(String type, String message, String body) implements Verdict {}

    /** Nobody knows how it is. */
    record Erred(String type, String message, String body) implements Verdict {}
  }

  /**
   * The cases of one NAS, or of the run itself.
   *
   * @param notes what is worth knowing besides; empty where there is nothing
   */
  record Suite(String name, ImmutableList<JUnitCase> cases, String notes) {

    long failures() {
      return count(Verdict.Failed.class);
    }

    long errors() {
      return count(Verdict.Erred.class);
    }

    long skipped() {
      return count(Verdict.Skipped.class);
    }

    private long count(Class<? extends Verdict> kind) {
      return cases.stream().filter(one -> kind.isInstance(one.verdict())).count();
    }
  }
}
