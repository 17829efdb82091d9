package io.cloudsyncctl.model;

import com.google.common.collect.ImmutableList;

/**
 * How one NAS shall be set, composed and substituted.
 *
 * @param packageSettings those of the groups {@link SettingGroup#PACKAGE} and {@link
 *     SettingGroup#RELINK}
 * @param files the files that it was composed of, the one named by the user first
 * @param packageAcceptedRisks the {@code accept_risk} of the package
 */
public record DesiredState(
    NasTarget nas,
    DeclaredSettings packageSettings,
    ImmutableList<DesiredConnection> connections,
    ImmutableList<String> files,
    ImmutableList<AcceptedRisk> packageAcceptedRisks) {}
