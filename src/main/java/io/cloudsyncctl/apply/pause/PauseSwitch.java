package io.cloudsyncctl.apply.pause;

import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.operation.RefusedWrite;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.config.notation.Durations;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Unrest;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.policy.SafetyPolicy;
import java.time.Duration;
import java.util.function.Predicate;

/** Pauses and resumes connections, and believes neither before it is seen. */
public final class PauseSwitch {
  /** How long what was refused may take to show that it was done all the same. */
  private static final Duration REFUSED = Duration.ofSeconds(10);

  /** What a connection is paused for. */
  public enum Purpose {
    /** It shall be paused from now on. */
    DECLARED,
    /** It shall not sync by a new task before that has its settings. */
    NEW_TASK,
    /** What may delete files is written to it. */
    REST
  }

  private final CloudSyncWriter writer;
  private final RestLooks looks;
  private final RunJournal journal;
  private final PauseSightings sightings;
  private final String again;

  /**
   * A switch.
   *
   * @param again the command that tries once more what this run could not do
   */
  public PauseSwitch(
      CloudSyncWriter writer,
      RestLooks looks,
      RunJournal journal,
      PauseSightings sightings,
      String again) {
    this.writer = writer;
    this.looks = looks;
    this.journal = journal;
    this.sightings = sightings;
    this.again = again;
  }

  /**
   * Pauses a connection.
   *
   * @throws OperationException {@code not-converged} or {@code not-at-rest} where it does not come
   *     to that in time; it may do so later
   */
  public void pause(Operation.PauseConnection pause, Purpose purpose, long number) {
    Address address = pause.address();
    Target.OfConnection connection = pause.connection();
    send(address, connection, () -> tell(connection), RestLook::saysPause);
    RestLook look =
        sent(
            address,
            connection,
            () ->
                switch (purpose) {
                  case DECLARED, NEW_TASK ->
                      looks.until(address, connection, looks.limit(), RestLook::saysPause);
                  case REST -> looks.untilAtRest(address, connection);
                });
    boolean good =
        switch (purpose) {
          case DECLARED, NEW_TASK -> look.saysPause();
          case REST -> looks.rests(address, connection, look);
        };
    journal.looked(number, "paused", look, good);
    if (!good) {
      throw new OperationException(unpaused(address, connection, purpose, look), true);
    }
  }

  private void tell(Target.OfConnection connection) {
    sightings.told(connection.id());
    writer.pause(connection.id());
  }

  private Diagnostic unpaused(
      Address address, Target.OfConnection connection, Purpose purpose, RestLook look) {
    String after = Durations.format(looks.limit().toSeconds()) + " after it was told to pause, ";
    return switch (purpose) {
      case DECLARED ->
          Diagnostic.error(
              DiagnosticCode.NOT_CONVERGED,
              "the connection does not pause: " + after + look.words(),
              RestLooks.at(address, connection),
              "look at it in DSM; this tries once more: " + again);
      case NEW_TASK, REST ->
          Diagnostic.error(
              DiagnosticCode.NOT_AT_REST,
              "the connection does not rest: " + after + look.words(),
              RestLooks.at(address, connection),
              look.stuck()
                  ? override(address)
                  : "let it come to rest in DSM, then apply again; --rest-timeout waits longer");
    };
  }

  /** What to do about a connection that is in error or suspended. */
  static String override(Address address) {
    return "see in its log in DSM why; if it is to be changed as it is, add "
        + SafetyPolicy.flag(Unrest.NOT_AT_REST, address);
  }

  /**
   * Resumes a connection. Where its pause was never seen it may still come, so that is waited for.
   *
   * @throws OperationException {@code left-paused} where it stays paused
   */
  public void resume(Operation.ResumeConnection resume, long number) {
    Address address = resume.address();
    Target.OfConnection connection = resume.connection();
    send(
        address,
        connection,
        () -> writer.resume(connection.id()),
        seen -> seen.listed() && !seen.saysPause());
    RestLook look =
        sent(
            address,
            connection,
            () ->
                looks.until(
                    address,
                    connection,
                    limit(connection),
                    one -> !one.saysPause() && !sightings.mayCome(connection.id())));
    boolean good = look.listed() && !look.saysPause();
    journal.looked(number, "resumed", look, good);
    if (look.saysPause()) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.LEFT_PAUSED,
              "the connection stays paused: it was resumed, but its status still is pause",
              RestLooks.at(address, connection),
              "resume it in DSM, or try once more: " + again),
          true);
    }
    if (!good) {
      throw new OperationException(
          Diagnostic.error(
              DiagnosticCode.NAS_MOVED,
              "the connection was resumed, but the NAS no longer lists it",
              RestLooks.at(address, connection),
              "look for it in DSM, then plan again"),
          true);
    }
  }

  /** A pause that is late has at least some time to come. */
  private Duration limit(Target.OfConnection connection) {
    return sightings.mayCome(connection.id()) && looks.limit().compareTo(RestLooks.STANDS) < 0
        ? RestLooks.STANDS
        : looks.limit();
  }

  /**
   * Pauses a connection that somebody woke between writes that may delete files.
   *
   * @return what came of it, for people
   */
  String pauseAgain(Address address, Target.OfConnection connection, long number) {
    try {
      tell(connection);
      RestLook look =
          sent(
              address,
              connection,
              () -> looks.until(address, connection, looks.limit(), RestLook::saysPause));
      journal.looked(number, "paused again", look, look.saysPause());
      return look.saysPause()
          ? "it was paused again"
          : "it was told to pause again, but " + look.words() + ": pause it in DSM at once";
    } catch (DsmException e) {
      return unsure(e.diagnostic());
    } catch (OperationException e) {
      return unsure(e.diagnostic());
    }
  }

  private static String unsure(Diagnostic why) {
    return "whether it could be paused again is not known ("
        + why.message()
        + "): pause it in DSM at once";
  }

  /**
   * Sends a call. Where the NAS refuses it, a look says whether it was done all the same: a refusal
   * proves as little as a success.
   *
   * @param done whether a look shows that it was
   * @throws ApiRefusedException where it does not
   */
  private void send(
      Address address, Target.OfConnection connection, Runnable call, Predicate<RestLook> done) {
    try {
      call.run();
    } catch (ApiRefusedException e) {
      if (!RefusedWrite.isInDoubt(e)) {
        throw e;
      }
      RestLook look =
          sent(address, connection, () -> looks.until(address, connection, REFUSED, done));
      if (!done.test(look)) {
        throw e;
      }
    }
  }

  private interface Looking {
    RestLook look() throws InterruptedException;
  }

  /** Whatever goes wrong while it is looked at what was sent, it may have happened. */
  private static RestLook sent(Address address, Target.OfConnection connection, Looking looking) {
    try {
      return looking.look();
    } catch (DsmException e) {
      throw e.with(Certainty.MAY_HAVE_HAPPENED);
    } catch (InterruptedException e) {
      // The thread is not marked: what became of the call still has to be written down.
      throw new OperationException(RestLooks.interrupted(address, connection), true);
    }
  }
}
