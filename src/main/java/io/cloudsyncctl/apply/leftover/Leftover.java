package io.cloudsyncctl.apply.leftover;

import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.plan.model.FlagText;

/**
 * A connection that a run paused for its own sake and did not resume. It is owed until it is
 * settled: seen at work since, declared paused, gone, or dismissed by a person.
 *
 * @param resume what the run did not come to
 */
public record Leftover(JournaledRun run, Operation.ResumeConnection resume) {

  /** As the run called it. */
  public Address address() {
    return resume.address();
  }

  /** The connection as it was before the run. */
  public ConnectionIdentity connection() {
    return resume.connection().identity();
  }

  /** Whether somebody means it: by its name, one that the run gave it, or its address. */
  public boolean isCalled(String name) {
    return connection().name().equals(name)
        || run.gave(connection().id(), name)
        || address().text().equals(name);
  }

  /** What it is, in words. */
  String words() {
    return "left paused by the run " + run.id() + ", which did not end";
  }

  /**
   * The command by which a person dismisses it. It names the journal, which is found wherever it
   * lies; several NAS may have a run of that id.
   */
  public String dismissal() {
    return "cloudsyncctl runs settle "
        + FlagText.quoted(run.path().toString())
        + " "
        + FlagText.quoted(connection().name());
  }
}
