package io.cloudsyncctl.apply.verify;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one reading of a NAS told and a later one no longer does: the login lost a permission
 * meanwhile, or the NAS answers an error. Such a NAS has not changed: nobody can say whether it
 * has.
 */
public final class LostPermissions {
  private final ImmutableList.Builder<Diagnostic> lost = ImmutableList.builder();

  private LostPermissions() {}

  /** One error for each subject of which something is no longer told; none where nothing is. */
  public static ImmutableList<Diagnostic> of(String nas, LiveState before, LiveState now) {
    LostPermissions sight = new LostPermissions();
    sight.settings(Address.ofPackage(nas), before.packageSettings(), now.packageSettings());
    for (LiveConnection earlier : before.connections()) {
      now.connections().stream()
          .filter(later -> later.id() == earlier.id())
          .findFirst()
          .ifPresent(later -> sight.connection(nas, earlier, later));
    }
    return sight.lost.build();
  }

  private void connection(String nas, LiveConnection before, LiveConnection now) {
    Address address = Address.ofConnection(nas, now.name(), null);
    settings(address, before.settings(), now.settings());
    String why = now.tasksUnreadable();
    if (before.tasksUnreadable() == null && why != null) {
      lost.add(lost(address, why));
    }
    for (LiveTask earlier : before.tasks()) {
      now.tasks().stream()
          .filter(later -> earlier.identity().isSame(later.identity()))
          .findFirst()
          .ifPresent(
              later -> settings(address.task(later.paths()), earlier.settings(), later.settings()));
    }
  }

  private void settings(Address address, LiveSettings before, LiveSettings now) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Setting<?> setting : Catalog.ALL) {
      reason(setting, before, now).ifPresent(reasons::add);
    }
    reasons.forEach(why -> lost.add(lost(address, why)));
  }

  private static <T> Optional<String> reason(
      Setting<T> setting, LiveSettings before, LiveSettings now) {
    return before.get(setting) instanceof Value.Known<T>
            && now.get(setting) instanceof Value.Unreadable<T>(String why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private static Diagnostic lost(Address address, String why) {
    return Diagnostic.error(
        DiagnosticCode.API_REFUSED,
        "what could be read a moment ago cannot be read any more: " + why,
        new Location.OnNas(address.nas(), null, address.text()),
        "apply again once it can be read; did this login lose a permission meanwhile?");
  }
}
