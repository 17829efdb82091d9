package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.CloudSyncReader;
import io.cloudsyncctl.cloudsync.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.ConnectionList;
import io.cloudsyncctl.cloudsync.LogEntry;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final DsmGateway gateway;
  private final CloudSyncReader reader;
  private final InstantSource clock;
  private final Pause pause;
  private final Duration watch;
  private final long allowed;
  private final Consumer<Diagnostic> tell;
  private final StatusWatch statuses;
  private final Map<Long, Watched> marked = new HashMap<>();

  /** One connection, and what its log has shown since it was marked. */
  private static final class Watched {
    private final Target.OfConnection connection;
    private final LogFollower log;
    private long deletions;
    private String newest = "";

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
    }
  }

  /** Waits between two looks. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * A tripwire.
   *
   * @param watch how long the connections are watched
   * @param allowed how many deletions of one connection are no reason to stop
   * @param tell is told at once where the status of a connection says that it no longer syncs, or
   *     does again
   */
  public Tripwire(
      DsmGateway gateway,
      InstantSource clock,
      Pause pause,
      Duration watch,
      long allowed,
      Consumer<Diagnostic> tell) {
    this.gateway = gateway;
    this.reader = new CloudSyncReader(ReadGateway.over(gateway));
    this.clock = clock;
    this.pause = pause;
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
      pause.sleep(INTERVAL);
    }
    return ImmutableList.of();
  }

  /** One round over all of them. */
  private ImmutableList<Diagnostic> look(List<Watched> watched) {
    ImmutableList.Builder<Diagnostic> seen = ImmutableList.builder();
    ConnectionList list = reader.connections();
    for (Watched one : List.copyOf(watched)) {
      Optional<String> status = StatusWatch.of(one.connection, list);
      statuses.look(one.connection, status).ifPresent(tell);
      if (status.isEmpty()) {
        watched.remove(one);
      } else {
        seen.addAll(look(one, status.get()));
      }
    }
    return seen.build();
  }

  /** A NAS that does not answer about one connection may do so about the next. */
  private ImmutableList<Diagnostic> look(Watched one, String status) {
    try {
      one.look();
    } catch (DsmException e) {
      return ImmutableList.of(e.diagnostic());
    }
    if (one.deletions <= allowed) {
      return ImmutableList.of();
    }
    try {
      new CloudSyncWriter(gateway).pause(one.connection.id());
      return ImmutableList.of(
          tripped(
              one,
              "the connection was paused",
              status,
              "look at its log in DSM; undo the run if that was not meant, or resume the"
                  + " connection"));
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

  private static ImmutableList<Target.OfConnection> changed(List<Operation> operations) {
    Map<Long, Target.OfConnection> connections = new LinkedHashMap<>();
    for (Operation operation : operations) {
      connection(operation).ifPresent(connection -> connections.put(connection.id(), connection));
    }
    operations.forEach(operation -> {
      if (operation instanceof Operation.RemoveConnection remove) {
        connections.remove(remove.connection().id());
      }
    });
    return ImmutableList.copyOf(connections.values());
  }

  private static Optional<Target.OfConnection> connection(Operation operation) {
    return switch (operation) {
      case Operation.WriteGroup write ->
          switch (write.target()) {
            case Target.OfPackage _ -> Optional.empty();
            case Target.OfConnection connection -> Optional.of(connection);
            case Target.OfTask task -> Optional.of(task.connection());
          };
      case Operation.PauseConnection pause -> Optional.of(pause.connection());
      case Operation.ResumeConnection resume -> Optional.of(resume.connection());
      case Operation.RemoveConnection remove -> Optional.of(remove.connection());
      case Operation.RemoveTask remove -> Optional.of(remove.task().connection());
      case Operation.TestTask test -> Optional.of(test.connection());
      case Operation.CreateTask create -> Optional.of(create.connection());
    };
  }

  private Diagnostic tripped(Watched one, String what, String status, String hint) {
    return Diagnostic.error(
        "tripwire",
        what
            + ": its log shows "
            + (one.deletions == 1 ? "1 deletion" : one.deletions + " deletions")
            + " since the apply began, more than "
            + allowed
            + "; the newest is of "
            + one.newest
            + ", and its status was "
            + status,
        new Location.OnNas(gateway.nas(), "get_log", '"' + one.connection.name() + '"'),
        hint);
  }
}
