package io.cloudsyncctl.apply.observe;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log of one connection: what comes to it between two looks.
 *
 * <p>Entries are told apart by what stands in them, and never by the time of this machine: the
 * clock of a NAS may be minutes off. A log has no numbers of its own and forgets its oldest entries
 * (the setting {@code log_count}), so neither a count nor a position would do.
 */
final class LogFollower {
  /** Seconds by which an entry may be older than one below it: several workers write a log. */
  private static final long JITTER = 30;

  private final CloudSyncReader reader;
  private final long connectionId;
  private Known known;
  private Optional<String> doubt = Optional.empty();

  /**
   * The newest part of the log as it was last read. What comes below it in the log is older.
   *
   * @param newest what stood first; null where there was nothing
   * @param oldest the earliest time in it, by the clock of the NAS
   * @param whole there was nothing else in the log
   */
  private record Known(
      ImmutableMultiset<LogEntry> entries, @Nullable LogEntry newest, long oldest, boolean whole) {
    static Known of(List<LogEntry> entries, boolean whole) {
      long oldest = entries.stream().mapToLong(LogEntry::time).min().orElse(Long.MIN_VALUE);
      LogEntry newest = entries.isEmpty() ? null : entries.getFirst();
      return new Known(ImmutableMultiset.copyOf(entries), newest, oldest, whole);
    }
  }

  private LogFollower(CloudSyncReader reader, long connectionId, Known known) {
    this.reader = reader;
    this.connectionId = connectionId;
    this.known = known;
  }

  /** Reads the log as it is now: what stands in it is no news. */
  static LogFollower from(CloudSyncReader reader, long connectionId) {
    Pages pages = new Pages(reader, connectionId);
    while (pages.next() && ofOneSecond(pages.read)) {
      // The order within a second is the NAS's own, so it has to be known to its end.
    }
    return new LogFollower(reader, connectionId, Known.of(pages.read, pages.atEnd));
  }

  /** What has come to the log since the last look, newest first. */
  ImmutableList<LogEntry> added() {
    Multiset<LogEntry> left = HashMultiset.create(known.entries());
    List<LogEntry> added = new ArrayList<>();
    Pages pages = new Pages(reader, connectionId);
    boolean more = true;
    while (more && pages.next()) {
      for (LogEntry entry : pages.latest) {
        if (!left.remove(entry) && isNew(entry, left)) {
          added.add(entry);
        }
      }
      more = known.whole() || (!left.isEmpty() && !isBelow(pages.latest, left));
    }
    doubt = doubt.or(() -> doubt(left, added, pages.read));
    known = newest(pages);
    return ImmutableList.copyOf(added);
  }

  /** Why more may have come than was told; empty where nothing speaks for it. */
  Optional<String> doubt() {
    return doubt;
  }

  /**
   * A log keeps its last entries only (protocol note §4), comes newest first, and has times that go
   * forward. Where that is not so, what came may be gone again, or stand where nobody looks.
   */
  private Optional<String> doubt(
      Multiset<LogEntry> left, List<LogEntry> added, List<LogEntry> read) {
    LogEntry newest = known.newest();
    if (newest != null && left.count(newest) == known.entries().count(newest)) {
      return Optional.of("the newest entry of the look before is no longer in it");
    }
    if (newest != null && added.stream().anyMatch(entry -> entry.time() < newest.time() - JITTER)) {
      return Optional.of("its times go back: the clock of the NAS was set");
    }
    return oldestFirst(read) ? Optional.of("it does not come newest first") : Optional.empty();
  }

  /** A clock that was set once leaves one place where the times rise; such a log has many. */
  private static boolean oldestFirst(List<LogEntry> entries) {
    int rising = 0;
    int falling = 0;
    for (int i = 1; i < entries.size(); i++) {
      int step = Long.compare(entries.get(i).time(), entries.get(i - 1).time());
      rising += step > 0 ? 1 : 0;
      falling += step < 0 ? 1 : 0;
    }
    return rising > 1 && rising > falling;
  }

  /**
   * Above the first known entry all is new, and so is what the clock of the NAS puts between known
   * ones. Below the last of them all is old; where some of them are forgotten by now, the time
   * tells.
   */
  private boolean isNew(LogEntry entry, Multiset<LogEntry> left) {
    return known.whole()
        || left.size() == known.entries().size()
        || (!left.isEmpty() && entry.time() > known.oldest());
  }

  private boolean isBelow(List<LogEntry> page, Multiset<LogEntry> left) {
    return left.size() < known.entries().size()
        && !page.isEmpty()
        && page.getLast().time() < known.oldest();
  }

  /** As much as is enough to find the place again, so that a look never reads all that came. */
  private static Known newest(Pages pages) {
    int size = Math.min(pages.read.size(), LogQuery.MAX_LIMIT);
    while (size < pages.read.size() && ofOneSecond(pages.read.subList(0, size))) {
      size++;
    }
    return Known.of(pages.read.subList(0, size), pages.atEnd && size == pages.read.size());
  }

  private static boolean ofOneSecond(List<LogEntry> entries) {
    return entries.isEmpty() || entries.getFirst().time() == entries.getLast().time();
  }

  /** A log from its newest entry on. */
  private static final class Pages {
    private final CloudSyncReader reader;
    private final long connectionId;
    private final List<LogEntry> read = new ArrayList<>();
    private List<LogEntry> latest = List.of();
    private long offset;
    private long total;
    private boolean atEnd;

    Pages(CloudSyncReader reader, long connectionId) {
      this.reader = reader;
      this.connectionId = connectionId;
    }

    /** Reads one more page into {@code latest}; false where the log has ended before. */
    boolean next() {
      if (atEnd) {
        return false;
      }
      LogPage page =
          reader.connectionLogs(connectionId, LogQuery.NEWEST.page(offset, LogQuery.MAX_LIMIT));
      ImmutableList<LogEntry> entries = page.entries();
      // What has come meanwhile moves the rest down: the page begins with entries seen before.
      long repeated = offset == 0 ? 0 : Math.max(0, page.total() - total);
      latest = entries.subList((int) Math.min(repeated, entries.size()), entries.size());
      read.addAll(latest);
      offset += entries.size();
      total = page.total();
      atEnd = entries.isEmpty() || offset >= total;
      return true;
    }
  }
}
