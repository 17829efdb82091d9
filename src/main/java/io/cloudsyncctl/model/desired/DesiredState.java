package io.cloudsyncctl.model.desired;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.SettingGroup;

/**
 * How one NAS shall be set, composed and substituted.
 *
 * @param packageSettings those of the groups {@link SettingGroup#PACKAGE} and {@link
 *     SettingGroup#RELINK}
 * @param files the files that it was composed of, the one named by the user first
 * @param packageAcceptedRisks the {@code accept_risk} of the package
 * @param elsewhere what other files of the run declare of the same device, under other logins
 */
public record DesiredState(
    NasTarget nas,
    DeclaredSettings packageSettings,
    ImmutableList<DesiredConnection> connections,
    ImmutableList<String> files,
    ImmutableList<AcceptedRisk> packageAcceptedRisks,
    DeclaredElsewhere elsewhere) {

  /** A NAS that no other file of the run is about. */
  public DesiredState(
      NasTarget nas,
      DeclaredSettings packageSettings,
      ImmutableList<DesiredConnection> connections,
      ImmutableList<String> files,
      ImmutableList<AcceptedRisk> packageAcceptedRisks) {
    this(nas, packageSettings, connections, files, packageAcceptedRisks, DeclaredElsewhere.NOTHING);
  }
}
