package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All connections that this login may see ({@code list_conn}; the API document, get_connections).
 *
 * @param entries {@code conn}
 * @param adminView {@code is_admin_mode}; false where it is missing, so that nothing that is not
 *     seen counts as absent
 * @param allPaused {@code is_pause}; false where it is missing
 * @param incomplete why a connection may be there that is not among the entries; empty where all
 *     that this login may see are
 */
public record ConnectionList(
    ImmutableList<ConnectionEntry> entries,
    boolean adminView,
    boolean allPaused,
    Optional<String> incomplete) {
  private static final String ENTRIES = "conn";

  /**
   * Reads a list.
   *
   * @throws BadAnswerException also where it is not complete: of such a list nobody can say what is
   *     not on it
   */
  public static ConnectionList read(AnswerFields fields) {
    ConnectionList list =
        of(fields, fields.objects(ENTRIES, ConnectionEntry::read), Optional.empty());
    if (list.incomplete().isPresent()) {
      throw fields.incomplete(list.incomplete().get());
    }
    return list;
  }

  /**
   * Reads what can be read of a list. One connection that cannot does not hide the others.
   *
   * @throws BadAnswerException where it is no list, or lists one connection twice
   */
  public static ConnectionList readable(AnswerFields fields) {
    List<ConnectionEntry> entries = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    fields.objects(
        ENTRIES,
        entry -> {
          try {
            return entries.add(ConnectionEntry.read(entry));
          } catch (BadAnswerException e) {
            return unread.add(Getters.CONNECTIONS + ": " + e.diagnostic().message());
          }
        });
    return of(fields, ImmutableList.copyOf(entries), unread.stream().findFirst());
  }

  /**
   * Reads what can be read of a list, as far as it tells of one connection.
   *
   * @throws BadAnswerException where that is not on it, and it is not complete
   */
  public static ConnectionList about(AnswerFields fields, long id) {
    ConnectionList list = readable(fields);
    if (list.incomplete().isPresent() && list.find(id).isEmpty()) {
      throw fields.incomplete(list.incomplete().get());
    }
    return list;
  }

  /** The connection with an id. */
  public Optional<ConnectionEntry> find(long id) {
    return entries.stream().filter(entry -> entry.id() == id).findFirst();
  }

  private static ConnectionList of(
      AnswerFields fields, ImmutableList<ConnectionEntry> entries, Optional<String> unread) {
    Set<Long> ids = new HashSet<>();
    for (ConnectionEntry entry : entries) {
      if (!ids.add(entry.id())) {
        throw fields.incomplete(Getters.CONNECTIONS + " lists connection " + entry.id() + " twice");
      }
    }
    boolean adminView = fields.flag("is_admin_mode", false);
    return new ConnectionList(
        entries,
        adminView,
        fields.flag("is_pause", false),
        unread.or(() -> adminView ? tooFew(fields, entries.size()) : Optional.empty()));
  }

  /** Whoever does not see all connections may be told of how many there are. */
  private static Optional<String> tooFew(AnswerFields fields, int listed) {
    return fields.raw("total") instanceof WireValue.Whole(long total) && total != listed
        ? Optional.of(
            Getters.CONNECTIONS
                + " says "
                + (total == 1 ? "1 connection" : total + " connections")
                + " but lists "
                + listed)
        : Optional.empty();
  }

  /** The answer without the entries that cannot be read, for a simulated NAS. */
  public static WireValue.Members withoutUnread(AnswerFields fields) {
    ImmutableList.Builder<WireValue> kept = ImmutableList.builder();
    fields.objects(
        ENTRIES,
        entry -> {
          try {
            ConnectionEntry.read(entry);
            return kept.add(entry.members());
          } catch (BadAnswerException e) {
            return kept;
          }
        });
    return new WireValue.Members(
        ImmutableMap.<String, WireValue>builder()
            .putAll(fields.members().values())
            .put(ENTRIES, new WireValue.Items(kept.build()))
            .buildKeepingLast());
  }
}
