package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.plan.model.Change;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a person has to do in DSM where the API offers no way. */
final class ManualSteps {
  private ManualSteps() {}

  /** A connection is not there: accounts are linked by a login in a browser. */
  static Change.Manual linkConnection(
      Address address,
      DesiredConnection desired,
      ImmutableList<LiveConnection> live,
      Optional<KnownConnection> gone) {
    String name = desired.name().value();
    ImmutableList.Builder<String> steps = ImmutableList.builder();
    nearMatch(name, live)
        .ifPresent(near ->
            steps.add(
                "If the connection \""
                    + near
                    + "\" is meant, correct the name in the YAML or"
                    + " declare renamed_from: "
                    + near));
    String provider =
        desired.provider() == null ? "" : " of provider " + desired.provider().value();
    String account = desired.account() == null ? "" : " and log in as " + desired.account().value();
    steps.add("In DSM open Cloud Sync, choose +, pick the cloud" + provider + account);
    steps.add("Name the connection exactly \"" + name + "\" and set up its first task");
    steps.add("Run plan again: the connection is adopted as soon as it is there");
    return new Change.Manual(
        address,
        gone.map(was ->
                "the connection \""
                    + name
                    + "\" was there at the last apply (connection "
                    + was.identity().id()
                    + ") and no longer is: somebody removed it, or the NAS does not list it just"
                    + " now; accounts")
                .orElse("the NAS has no connection \"" + name + "\", and accounts")
            + " can only be linked in a browser",
        steps.build(),
        desired.at());
  }

  /** A task is not there, and only Amazon S3 tasks can be created through the API. */
  static Change.Manual addTask(
      Address address,
      LiveConnection connection,
      DesiredTask task,
      Optional<TaskIdentity> known,
      Optional<String> near) {
    ImmutableList.Builder<String> steps = ImmutableList.builder();
    near.ifPresent(steps::add);
    steps.add(
        "In DSM open Cloud Sync, select \"" + connection.name() + "\", Task List, Create",
        "Choose the local folder "
            + task.paths().local()
            + " and the cloud folder "
            + task.paths().cloud(),
        "Run plan again: the task is adopted as soon as it is there");
    return new Change.Manual(
        address,
        known
                .map(was ->
                    "the task was there at the last apply (session "
                        + was.sessionId()
                        + ") and no longer is: somebody removed it, or the NAS does not list it just"
                        + " now; tasks")
                .orElse("the task is not there, and tasks")
            + " of provider "
            + connection.type()
            + " cannot be created through the API",
        steps.build(),
        task.at());
  }

  private static Optional<String> nearMatch(String name, ImmutableList<LiveConnection> live) {
    return live.stream()
        .map(LiveConnection::name)
        .filter(other -> !other.equals(name) && folded(other).equals(folded(name)))
        .findFirst();
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
