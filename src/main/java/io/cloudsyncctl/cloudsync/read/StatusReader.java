package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.RecentActivity;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a Cloud Sync is doing, in two dependent round trips: the connections, then all tasks,
 * logs and recent changes; with the cloud folders in three.
 */
public final class StatusReader {
  private final ReadGateway gateway;
  private final Wanted wanted;

  /**
   * What is wanted beside connections and tasks.
   *
   * @param log which page of each connection's log; empty for none
   * @param recent the files that changed last
   * @param folders the cloud folders right below each task's own
   */
  public record Wanted(Optional<LogQuery> log, boolean recent, boolean folders) {}

  private StatusReader(ReadGateway gateway, Wanted wanted) {
    this.gateway = gateway;
    this.wanted = wanted;
  }

  /**
   * Reads it.
   *
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS cannot be read, not even the list of its
   *     connections; what else it refuses or answers unusably is withheld instead
   */
  public static NasStatus read(ReadGateway gateway, Wanted wanted) {
    return new StatusReader(gateway, wanted).read();
  }

  private NasStatus read() {
    ConnectionList list = new CloudSyncReader(gateway).readableConnections();
    List<ApiCall> calls = new ArrayList<>();
    for (ConnectionEntry entry : list.entries()) {
      calls.add(Getters.tasks(entry.id()));
      wanted.log().ifPresent(query -> calls.add(Getters.logs(entry.id(), query)));
    }
    if (wanted.recent()) {
      calls.add(Getters.recent());
    }
    ImmutableList<ApiResult> results =
        calls.isEmpty() ? ImmutableList.of() : gateway.readAll(calls);
    ImmutableList.Builder<NasStatus.Connection> connections = ImmutableList.builder();
    int next = 0;
    for (ConnectionEntry entry : list.entries()) {
      List<String> withheld = new ArrayList<>();
      String subject = CloudSyncApi.connection(entry.id());
      TaskList tasks =
          read(
              calls.get(next),
              subject,
              results.get(next),
              withheld,
              fields -> TaskList.read(fields, entry.id()));
      next++;
      LogPage log = null;
      if (wanted.log().isPresent()) {
        log = read(calls.get(next), subject, results.get(next), withheld, LogPage::read);
        next++;
      }
      connections.add(
          new NasStatus.Connection(
              entry,
              tasks == null
                  ? ImmutableList.of()
                  : tasks.entries().stream()
                      .map(task -> new NasStatus.Task(task, null))
                      .collect(ImmutableList.toImmutableList()),
              ImmutableList.copyOf(withheld),
              log));
    }
    List<String> withheld = new ArrayList<>();
    list.incomplete().ifPresent(withheld::add);
    RecentActivity recent =
        wanted.recent()
            ? read(calls.get(next), null, results.get(next), withheld, RecentActivity::read)
            : null;
    ImmutableList<NasStatus.Connection> read = connections.build();
    return new NasStatus(
        list, wanted.folders() ? withFolders(read) : read, recent, ImmutableList.copyOf(withheld));
  }

  private ImmutableList<NasStatus.Connection> withFolders(
      ImmutableList<NasStatus.Connection> connections) {
    List<ApiCall> calls = new ArrayList<>();
    List<Long> tasks = new ArrayList<>();
    for (NasStatus.Connection connection : connections) {
      for (NasStatus.Task task : connection.tasks()) {
        TaskEntry entry = task.entry();
        tasks.add(entry.sessionId());
        calls.add(Getters.folders(entry.sessionId(), entry.remoteFolderId(), "/"));
      }
    }
    ImmutableList<ApiResult> results =
        calls.isEmpty() ? ImmutableList.of() : gateway.readAll(calls);
    Map<Long, CloudFolders> folders = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      // The cloud has to be asked for them, and it may not answer: that is no failure of the NAS.
      CloudFolders read =
          read(
              calls.get(i),
              CloudSyncApi.task(tasks.get(i)),
              results.get(i),
              new ArrayList<>(),
              CloudFolders::read);
      if (read != null) {
        folders.put(tasks.get(i), read);
      }
    }
    return connections.stream()
        .map(connection ->
            new NasStatus.Connection(
                connection.entry(),
                connection.tasks().stream()
                    .map(task ->
                        new NasStatus.Task(task.entry(), folders.get(task.entry().sessionId())))
                    .collect(ImmutableList.toImmutableList()),
                connection.withheld(),
                connection.log()))
        .collect(ImmutableList.toImmutableList());
  }

  private <T> @Nullable T read(
      ApiCall call,
      @Nullable String subject,
      ApiResult result,
      List<String> withheld,
      Function<AnswerFields, T> reader) {
    return switch (Reply.of(gateway.nas(), call, subject, result)) {
      case Reply.Fields(AnswerFields fields) -> {
        try {
          yield reader.apply(fields);
        } catch (BadAnswerException e) {
          withheld.add(Reply.unusable(call.method(), e).why());
          yield null;
        }
      }
      case Reply.Withheld(String why, int _) -> {
        withheld.add(why);
        yield null;
      }
    };
  }
}
