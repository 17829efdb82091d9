package io.cloudsyncctl.state;

import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.Declaration;
import io.cloudsyncctl.model.SettingsRecord;
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
  public void written(long sessionId, SettingsRecord.Entry entry) {
    keep(current.with(sessionId, entry));
  }

  /**
   * Forgets a task: it is gone, or nobody knows what the NAS has of it.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void forget(long sessionId) {
    if (current.entry(sessionId).isPresent()) {
      keep(current.without(sessionId));
    }
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
   * @return what was noted; empty where it was noted already
   * @throws UncheckedIOException where the file cannot be written
   */
  public Optional<SettingsRecord.Declared> declared(
      Declaration declaration, Collection<Address> unsettled, Instant now) {
    if (!isNews(declaration, unsettled)) {
      return Optional.empty();
    }
    Optional<SettingsRecord.Declared> noted =
        Optional.of(new SettingsRecord.Declared(settled(declaration, unsettled), now));
    keep(current.declaring(noted));
    return noted;
  }

  /** Whether {@link #declared} would note anything that is not noted already. */
  public boolean isNews(Declaration declaration, Collection<Address> unsettled) {
    return !before().equals(Optional.of(settled(declaration, unsettled)));
  }

  private Declaration settled(Declaration declaration, Collection<Address> unsettled) {
    return Settled.of(declaration, before().orElse(Declaration.NOTHING), unsettled);
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
