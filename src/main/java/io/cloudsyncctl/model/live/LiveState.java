package io.cloudsyncctl.model.live;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the NAS is set to now.
 *
 * @param packageSettings those of the groups {@link SettingGroup#PACKAGE} and {@link
 *     SettingGroup#RELINK}
 * @param adminView {@code list_conn.is_admin_mode}: whether the connections of all users are seen;
 *     where not, a connection that is not listed is unreadable, not absent
 * @param allPaused {@code list_conn.is_pause}
 * @param volumes {@code get_config.volume_list}: where the package's database can lie
 * @param incomplete why the list of connections is known to lack some, so that none is absent; null
 *     where it is not
 */
public record LiveState(
    LiveSettings packageSettings,
    boolean adminView,
    boolean allPaused,
    ImmutableList<LiveConnection> connections,
    Value<ImmutableList<String>> volumes,
    @Nullable String incomplete) {

  /** A state whose list of connections was complete, and of whose volumes nothing is known. */
  public LiveState(
      LiveSettings packageSettings,
      boolean adminView,
      boolean allPaused,
      ImmutableList<LiveConnection> connections) {
    this(
        packageSettings,
        adminView,
        allPaused,
        connections,
        new Value.Unreadable<>("the NAS did not answer volume_list"),
        null);
  }

  /** Whether a connection that is not among these is not there. */
  public boolean seesAll() {
    return adminView && incomplete == null;
  }
}
