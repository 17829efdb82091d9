package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of one NAS during a run; each change of it is on the disk before the run goes on. */
public final class RecordKeeper {
  private final @Nullable RecordFile file;
  private SettingsRecord current;

  private RecordKeeper(@Nullable RecordFile file, SettingsRecord current) {
    this.file = file;
    this.current = current;
  }

  /**
   * A record that is kept in a file, read from there now.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException {@code record-of-another-nas}, or {@code
   *     record-unreadable}
   */
  public static RecordKeeper inFile(RecordFile file, String identity) {
    file.requireOf(identity);
    return new RecordKeeper(file, file.load(identity));
  }

  /** A record that ends with the run. */
  public static RecordKeeper inMemory(SettingsRecord initial) {
    return new RecordKeeper(null, initial);
  }

  public SettingsRecord current() {
    return current;
  }

  /**
   * Notes what was written of a task.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void written(SettingsRecord.Entry entry) {
    keep(current.with(entry));
  }

  /**
   * Forgets what was written of a task: nobody knows what the NAS has of it.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void forget(long sessionId) {
    if (current.entry(sessionId).isPresent()) {
      keep(current.without(sessionId));
    }
  }

  /**
   * Notes that the NAS is about to be told to create a task: a run that dies before it sees what
   * became of that must not lead to a second one.
   *
   * @param name the declared name of its connection
   * @throws UncheckedIOException where the file cannot be written
   */
  public void asked(String name, ConnectionIdentity connection, KnownConnection.AskedTask task) {
    change(current.asking(name, connection, task));
  }

  /**
   * Notes that the NAS certainly did not create a task that it was told to.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void notCreated(ConnectionIdentity connection, TaskPaths declared) {
    change(current.notAsking(connection, declared));
  }

  /**
   * Notes what a declared task was made into, at once: a run that dies later must not lead to a
   * second one.
   *
   * @param name the declared name of its connection
   * @throws UncheckedIOException where the file cannot be written
   */
  public void created(String name, ConnectionIdentity connection, KnownConnection.KnownTask task) {
    change(current.knowing(name, connection, task));
  }

  /**
   * Forgets a task that is removed.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void removedTask(ConnectionIdentity connection, TaskIdentity task) {
    change(current.without(task.sessionId()).notKnowing(connection, task));
  }

  /**
   * Forgets a connection that is removed, and its tasks.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void removedConnection(ConnectionIdentity connection, Collection<Long> sessionIds) {
    SettingsRecord without = current;
    for (Long sessionId : sessionIds) {
      without = without.without(sessionId);
    }
    change(without.notKnowing(connection));
  }

  private boolean change(SettingsRecord changed) {
    if (changed.equals(current)) {
      return false;
    }
    keep(changed);
    return true;
  }

  /**
   * Notes what was written of the relink behaviour where reading back did not show it, or forgets
   * it where it did.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void relink(Optional<SettingsRecord.Relink> relink) {
    if (!current.relink().equals(relink)) {
      keep(current.with(relink));
    }
  }

  /**
   * Notes what is declared, now that the NAS is as declared. Where that is what is noted already,
   * the file stays as it is.
   *
   * @param unsettled what is not as declared all the same, since a person has to do it
   * @param known which connections and tasks the declared ones are
   * @return the record where something was noted; empty where all of it was noted already
   * @throws UncheckedIOException where the file cannot be written
   */
  public Optional<SettingsRecord> declared(
      Declaration declaration,
      Collection<Address> unsettled,
      ImmutableList<KnownConnection> known,
      Instant now) {
    Declaration settled = settled(declaration, unsettled);
    SettingsRecord noted = current.knowing(known);
    if (!before().equals(Optional.of(settled))) {
      noted = noted.declaring(Optional.of(new SettingsRecord.Declared(settled, now)));
    }
    return change(noted) ? Optional.of(current) : Optional.empty();
  }

  /** Whether {@link #declared} would note anything that is not noted already. */
  public boolean isNews(
      Declaration declaration,
      Collection<Address> unsettled,
      ImmutableList<KnownConnection> known) {
    return !before().equals(Optional.of(settled(declaration, unsettled)))
        || !current.known().equals(known);
  }

  private Declaration settled(Declaration declaration, Collection<Address> unsettled) {
    return SettledDeclaration.of(declaration, before().orElse(Declaration.NOTHING), unsettled);
  }

  private Optional<Declaration> before() {
    return current.declared().map(SettingsRecord.Declared::declaration);
  }

  private void keep(SettingsRecord changed) {
    current = changed;
    if (file != null) {
      try {
        file.save(changed);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the record " + file.path() + " cannot be written: " + e.getMessage(), e);
      }
    }
  }
}
