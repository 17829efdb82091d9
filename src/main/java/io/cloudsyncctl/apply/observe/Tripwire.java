package io.cloudsyncctl.apply.observe;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.operation.OperationSequencer;
import io.cloudsyncctl.apply.pause.PauseSightings;
import io.cloudsyncctl.apply.pause.RestLooks;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.apply.rest.StatusWatch;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Watches the connections that an apply has changed, and pauses one that deletes more than it may.
 *
 * <p>It limits damage, it does not prevent it: what is in the log has happened.
 */
public final class Tripwire {
  /**
   * Deleted remotely, deleted locally, deletion merged, removed asynchronously (protocol note §4).
   */
  private static final ImmutableSet<Long> DELETIONS = ImmutableSet.of(0L, 3L, 9L, 10L);

  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final String UNSURE =
      "the connection was told to pause, and whether it does is not known";

  private final DsmGateway gateway;
  private final CloudSyncReader reader;
  private final InstantSource clock;
  private final RestTerms terms;
  private final RestLooks looks;
  private final Duration watch;
  private final long allowed;
  private final Consumer<Diagnostic> tell;
  private final StatusWatch statuses;
  private final Map<Long, Watched> marked = new HashMap<>();
  private final Set<Long> endangered = new HashSet<>();

  /** One connection, and what its log has shown since it was marked. */
  private static final class Watched {
    private final Target.OfConnection connection;
    private final LogFollower log;
    private long deletions;
    private String newest = "";
    private Optional<String> doubt = Optional.empty();
    private boolean doubtTold;

    Watched(Target.OfConnection connection, LogFollower log) {
      this.connection = connection;
      this.log = log;
    }

    void look() {
      List<LogEntry> deleted =
          log.added().stream().filter(entry -> DELETIONS.contains(entry.action())).toList();
      if (!deleted.isEmpty()) {
        deletions += deleted.size();
        newest = deleted.getFirst().path();
      }
      doubt = log.doubt();
    }

    String count() {
      return (doubt.isPresent() ? "at least " : "")
          + (deletions == 1 ? "1 deletion" : deletions + " deletions")
          + " since the apply began";
    }
  }

  /**
   * A tripwire.
   *
   * @param terms how the time between two looks passes, and how long a connection may take to pause
   * @param watch how long the connections are watched
   * @param allowed how many deletions of one connection are no reason to stop
   * @param tell is told at once where the status of a connection says that it no longer syncs, or
   *     does again
   */
  public Tripwire(
      DsmGateway gateway,
      InstantSource clock,
      RestTerms terms,
      Duration watch,
      long allowed,
      Consumer<Diagnostic> tell) {
    this.gateway = gateway;
    this.reader = new CloudSyncReader(ReadGateway.over(gateway));
    this.clock = clock;
    this.terms = terms;
    this.looks =
        new RestLooks(gateway, terms, new PauseSightings(RunJournal.none(clock)), (_, _) -> {});
    this.watch = watch;
    this.allowed = allowed;
    this.tell = tell;
    this.statuses = new StatusWatch(gateway.nas());
  }

  /**
   * Reads the logs of the connections that are about to be changed. What they show later and do not
   * show now has come since.
   */
  public void mark(ImmutableList<Operation> operations) {
    changed(operations).forEach(this::mark);
  }

  /**
   * The same for a whole plan. Where it may delete files of a connection whose log cannot be
   * followed to its end later, that alone is a reason to pause it.
   */
  public void mark(Plan plan) {
    mark(OperationSequencer.sequence(plan));
    plan.changes().stream()
        .filter(
            change -> change.risks().stream().anyMatch(finding -> finding.risk() == Risk.DATA_LOSS))
        .flatMap(change -> connection(change).stream())
        .forEach(connection -> endangered.add(connection.id()));
  }

  private static Optional<Target.OfConnection> connection(Change change) {
    return switch (change) {
      case Change.Update update -> update.target().concernedConnection();
      case Change.Create create -> Optional.of(create.connection());
      case Change.Delete delete -> delete.target().concernedConnection();
      case Change.Pause pause -> Optional.of(pause.connection());
      case Change.Resume resume -> Optional.of(resume.connection());
      case Change.Manual _ -> Optional.empty();
    };
  }

  private Watched mark(Target.OfConnection connection) {
    return marked.computeIfAbsent(
        connection.id(), id -> new Watched(connection, LogFollower.from(reader, id)));
  }

  /**
   * Watches what a run has changed: until the time is over, one had to be paused, or none is left.
   * Where one has to be paused, the others are looked at all the same before it ends.
   *
   * @return what was seen where connections had to be paused, or could not be looked at; empty
   *     where all went well
   */
  public ImmutableList<Diagnostic> watch(ImmutableList<OperationOutcome> outcomes)
      throws InterruptedException {
    List<Watched> watched = new ArrayList<>();
    changed(outcomes.stream().map(OperationOutcome::operation).toList())
        .forEach(connection -> watched.add(mark(connection)));
    Instant end = clock.instant().plus(watch);
    while (!watched.isEmpty()) {
      ImmutableList<Diagnostic> seen = look(watched);
      if (!seen.isEmpty()) {
        return seen;
      }
      if (watched.isEmpty() || !clock.instant().isBefore(end)) {
        break;
      }
      terms.sleeper().sleep(INTERVAL);
    }
    return ImmutableList.of();
  }

  /** One round over all of them; each is told to pause before any of that is waited for. */
  private ImmutableList<Diagnostic> look(List<Watched> watched) {
    ImmutableList.Builder<Diagnostic> seen = ImmutableList.builder();
    Map<Watched, String> sent = new LinkedHashMap<>();
    ConnectionList list = reader.connections();
    for (Watched one : List.copyOf(watched)) {
      Optional<String> status = StatusWatch.of(one.connection, list);
      statuses.look(one.connection, status).ifPresent(tell);
      if (status.isEmpty()) {
        watched.remove(one);
      } else {
        seen.addAll(look(one, status.get(), sent));
      }
    }
    sent.forEach((one, status) -> seen.addAll(paused(one, status)));
    return seen.build();
  }

  /** A NAS that does not answer about one connection may do so about the next. */
  private ImmutableList<Diagnostic> look(Watched one, String status, Map<Watched, String> sent) {
    try {
      one.look();
    } catch (DsmException e) {
      if (!endangered.contains(one.connection.id())) {
        return ImmutableList.of(e.diagnostic());
      }
      one.doubt = Optional.of(e.diagnostic().message());
    }
    if (one.deletions <= allowed && !mustPause(one)) {
      return ImmutableList.of();
    }
    try {
      new CloudSyncWriter(gateway).pause(one.connection.id());
      sent.put(one, status);
      return ImmutableList.of();
    } catch (DsmException e) {
      return ImmutableList.of(
          tripped(
              one,
              "the connection could not be paused",
              status,
              "pause it in DSM at once, then look at its log"),
          e.diagnostic());
    }
  }

  /** Of a log that cannot be followed, what is not told may be what matters. */
  private boolean mustPause(Watched one) {
    if (one.doubt.isEmpty() || endangered.contains(one.connection.id())) {
      return one.doubt.isPresent();
    }
    if (!one.doubtTold) {
      one.doubtTold = true;
      tell.accept(
          Diagnostic.warning(
              DiagnosticCode.LOG_NOT_FOLLOWED,
              "its log cannot be followed any more, since "
                  + one.doubt.get()
                  + "; it shows "
                  + one.count(),
              new Location.OnNas(gateway.nas(), "get_log", '"' + one.connection.name() + '"'),
              "look at its log in DSM; it is watched on"));
    }
    return false;
  }

  /** Whether a pause that was sent has come, and what to do about it. */
  private ImmutableList<Diagnostic> paused(Watched one, String status) {
    String atOnce = "pause it in DSM at once, then look at its log";
    Address address = Address.ofConnection(gateway.nas(), one.connection.name(), null);
    try {
      RestLook look = looks.until(address, one.connection, terms.limit(), RestLook::saysPause);
      return look.saysPause()
          ? ImmutableList.of(
              tripped(
                  one,
                  "the connection was paused",
                  status,
                  "look at its log in DSM; undo the run if that was not meant, or resume the"
                      + " connection"))
          : ImmutableList.of(
              tripped(
                  one,
                  "the connection was told to pause and does not (" + look.words() + ")",
                  status,
                  atOnce));
    } catch (DsmException e) {
      return ImmutableList.of(tripped(one, UNSURE, status, atOnce), e.diagnostic());
    } catch (InterruptedException e) {
      return ImmutableList.of(tripped(one, UNSURE, status, atOnce));
    }
  }

  private static ImmutableList<Target.OfConnection> changed(List<Operation> operations) {
    Map<Long, Target.OfConnection> connections = new LinkedHashMap<>();
    for (Operation operation : operations) {
      operation
          .concernedConnection()
          .ifPresent(connection -> connections.put(connection.id(), connection));
    }
    operations.forEach(operation -> {
      if (operation instanceof Operation.RemoveConnection remove) {
        connections.remove(remove.connection().id());
      }
    });
    return ImmutableList.copyOf(connections.values());
  }

  private Diagnostic tripped(Watched one, String what, String status, String hint) {
    return Diagnostic.error(
        DiagnosticCode.TRIPWIRE,
        what
            + ": "
            + (one.deletions > allowed
                ? "its log shows "
                    + one.count()
                    + ", more than "
                    + allowed
                    + "; the newest is of "
                    + one.newest
                : "its log cannot be followed any more, since "
                    + one.doubt.orElse("it is not told")
                    + "; it shows "
                    + one.count())
            + ", and its status was "
            + status,
        new Location.OnNas(gateway.nas(), "get_log", '"' + one.connection.name() + '"'),
        hint);
  }
}
