package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;

/**
 * All connections that this login may see ({@code list_conn}; the API document, get_connections).
 *
 * @param entries {@code conn}
 * @param adminView {@code is_admin_mode}; false where it is missing, so that nothing that is not
 *     seen counts as absent
 * @param allPaused {@code is_pause}; false where it is missing
 * @param trayStatus {@code tray_status}; empty where it is missing
 */
public record ConnectionList(
    ImmutableList<ConnectionEntry> entries,
    boolean adminView,
    boolean allPaused,
    String trayStatus) {
  static ConnectionList read(AnswerFields fields) {
    return new ConnectionList(
        fields.objects("conn", ConnectionEntry::read),
        fields.flag("is_admin_mode", false),
        fields.flag("is_pause", false),
        fields.text("tray_status", ""));
  }
}
