package io.cloudsyncctl.model;

import com.google.common.collect.ImmutableList;

/**
 * What the NAS is set to now.
 *
 * @param packageSettings those of the groups {@link SettingGroup#PACKAGE} and {@link
 *     SettingGroup#RELINK}
 * @param adminView {@code list_conn.is_admin_mode}: whether the connections of all users are seen;
 *     where not, a connection that is not listed is unreadable, not absent
 * @param allPaused {@code list_conn.is_pause}
 */
public record LiveState(
    LiveSettings packageSettings,
    boolean adminView,
    boolean allPaused,
    ImmutableList<LiveConnection> connections) {}
