package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.CloudSyncReader;
import io.cloudsyncctl.cloudsync.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.ConnectionList;
import io.cloudsyncctl.cloudsync.LogEntry;
import io.cloudsyncctl.cloudsync.LogPage;
import io.cloudsyncctl.cloudsync.LogQuery;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
   * Watches what a run has changed: until the time is over, one had to be paused, or none is left.
   *
   * @param since when the run began: older entries are of no interest
   * @return what was seen where a connection had to be paused; empty where all went well
   */
  public Optional<Diagnostic> watch(ImmutableList<OperationOutcome> outcomes, Instant since)
      throws InterruptedException {
    List<Target.OfConnection> connections = changed(outcomes);
    Instant end = clock.instant().plus(watch);
    while (!connections.isEmpty()) {
      ConnectionList list = reader.connections();
      for (Target.OfConnection connection : List.copyOf(connections)) {
        Optional<String> status = StatusWatch.of(connection, list);
        statuses.look(connection, status).ifPresent(tell);
        if (status.isEmpty()) {
          connections.remove(connection);
          continue;
        }
        ImmutableList<LogEntry> deletions = deletions(connection, since);
        if (deletions.size() > allowed) {
          new CloudSyncWriter(gateway).pause(connection.id());
          return Optional.of(tripped(connection, deletions, status.get()));
        }
      }
      if (connections.isEmpty() || !clock.instant().isBefore(end)) {
        break;
      }
      pause.sleep(INTERVAL);
    }
    return Optional.empty();
  }

  private ImmutableList<LogEntry> deletions(Target.OfConnection connection, Instant since) {
    ImmutableList.Builder<LogEntry> deletions = ImmutableList.builder();
    LogQuery query = LogQuery.NEWEST;
    long seen = 0;
    while (true) {
      LogPage page = reader.connectionLogs(connection.id(), query.page(seen, LogQuery.MAX_LIMIT));
      for (LogEntry entry : page.entries()) {
        if (entry.time() >= since.getEpochSecond() && DELETIONS.contains(entry.action())) {
          deletions.add(entry);
        }
      }
      seen += page.entries().size();
      boolean older =
          page.entries().isEmpty()
              || page.entries().getLast().time() < since.getEpochSecond()
              || seen >= page.total();
      if (older) {
        return deletions.build();
      }
    }
  }

  private static List<Target.OfConnection> changed(ImmutableList<OperationOutcome> outcomes) {
    Map<Long, Target.OfConnection> connections = new LinkedHashMap<>();
    for (OperationOutcome outcome : outcomes) {
      connection(outcome.operation())
          .ifPresent(connection -> connections.put(connection.id(), connection));
    }
    outcomes.forEach(outcome -> {
      if (outcome.operation() instanceof Operation.RemoveConnection remove) {
        connections.remove(remove.connection().id());
      }
    });
    return new ArrayList<>(connections.values());
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

  private Diagnostic tripped(
      Target.OfConnection connection, ImmutableList<LogEntry> deletions, String status) {
    return Diagnostic.error(
        "tripwire",
        "the connection was paused: its log shows "
            + (deletions.size() == 1 ? "1 deletion" : deletions.size() + " deletions")
            + " since the apply began, more than "
            + allowed
            + "; the newest is of "
            + deletions.getFirst().path()
            + ", and its status was "
            + status,
        new Location.OnNas(gateway.nas(), "get_log", '"' + connection.name() + '"'),
        "look at its log in DSM; undo the run if that was not meant, or resume the connection");
  }
}
