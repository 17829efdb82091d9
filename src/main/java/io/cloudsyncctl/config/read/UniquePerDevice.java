package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredElsewhere;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What two files of a run may not share that are about one device: each would undo what the other
 * has set. Several logins of a device are legitimate, since each sees its own connections, so only
 * what is declared twice is an error.
 */
final class UniquePerDevice {
  private final Map<DesiredState, About> noted = new IdentityHashMap<>();
  private final Set<String> unusable = new HashSet<>();

  /**
   * A file that is about a device.
   *
   * @param login its user; empty where that is not known
   * @param loginAt where that stands
   */
  private record About(DesiredState state, Optional<String> login, Location.InFile loginAt) {
    String nas() {
      return state.nas().name();
    }

    boolean isOfDevice(About other) {
      return state.nas().device().equals(other.state.nas().device());
    }
  }

  /**
   * Notes what a file is about.
   *
   * @param nas the block with everything substituted
   */
  void note(DesiredState state, Node.Mapping nas) {
    Node username = nas.get("username");
    noted.put(
        state, new About(state, login(state.nas()), username == null ? nas.at() : username.at()));
  }

  /** Notes that a file is not of use, which may declare anything of its device. */
  void unusable(DesiredState state) {
    unusable.add(state.nas().device());
  }

  /**
   * Says what two files of one device both have. Nobody knows which of them is right, so none of
   * them is of use.
   *
   * @param states those that are sound by themselves
   * @param all whether of every other file is known which device it is about
   * @return the others, each with what is declared of its device elsewhere
   */
  List<DesiredState> check(List<DesiredState> states, boolean all, Problems problems) {
    List<About> files = states.stream().map(this::about).toList();
    Set<DesiredState> conflicting = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < files.size(); i++) {
      for (About before : files.subList(0, i)) {
        Problems found = new Problems();
        if (before.isOfDevice(files.get(i))) {
          check(before, files.get(i), found);
        }
        if (found.hasErrors()) {
          conflicting.add(before.state());
          conflicting.add(files.get(i).state());
          problems.addAll(found);
        }
      }
    }
    return states.stream()
        .filter(state -> !conflicting.contains(state))
        .map(state -> complete(state, states, all))
        .toList();
  }

  private About about(DesiredState state) {
    return Objects.requireNonNull(noted.get(state));
  }

  private static void check(About before, About now, Problems found) {
    login(before, now, found);
    packages(before, now, found);
    for (DesiredConnection connection : now.state().connections()) {
      connection(before, connection, found);
    }
  }

  /** DSM does not tell user names apart by case. Without credentials one may not be known. */
  private static Optional<String> login(NasTarget target) {
    return Optional.ofNullable(target.username()).map(name -> name.toLowerCase(Locale.ROOT));
  }

  private static void login(About before, About now, Problems found) {
    if (before.login().isPresent() && before.login().equals(now.login())) {
      found.add(
          ConfigCode.DUPLICATE_LOGIN,
          "the NAS "
              + before.nas()
              + " is the same device, and logs in as the same user, at "
              + before.loginAt().text(),
          now.loginAt(),
          "declare in one file what one user manages, or give each file a user of its own");
    }
  }

  private static void packages(About before, About now, Problems found) {
    Optional<Location.InFile> first = packageAt(before.state());
    Optional<Location.InFile> second = packageAt(now.state());
    if (first.isPresent() && second.isPresent()) {
      found.add(
          ConfigCode.DUPLICATE_PACKAGE,
          "the package of this device is declared already, for the NAS "
              + before.nas()
              + ", at "
              + first.get().text(),
          second.get(),
          "declare the package in one of the files; only relink is each user's own");
    }
  }

  private static Optional<Location.InFile> packageAt(DesiredState state) {
    return Catalog.of(SettingGroup.PACKAGE).stream()
        .flatMap(setting -> at(state, setting))
        .findFirst();
  }

  private static <T> Stream<Location.InFile> at(DesiredState state, Setting<T> setting) {
    return state.packageSettings().get(setting).map(Declared::at).stream();
  }

  private static void connection(About before, DesiredConnection now, Problems found) {
    before.state().connections().stream()
        .filter(other -> IdentityChecks.mayBeOne(other, now))
        .findFirst()
        .ifPresent(other ->
            found.add(
                ConfigCode.DUPLICATE_CONNECTION,
                "this connection is declared already, for the NAS "
                    + before.nas()
                    + " of the same device, at "
                    + other.name().at().text(),
                now.name().at(),
                "declare it in one of the files, or give both their account"));
  }

  private DesiredState complete(DesiredState state, List<DesiredState> states, boolean all) {
    String device = state.nas().device();
    ImmutableList<DesiredConnection> theirs =
        states.stream()
            .filter(other -> other != state && other.nas().device().equals(device))
            .flatMap(other -> other.connections().stream())
            .collect(ImmutableList.toImmutableList());
    return new DesiredState(
        state.nas(),
        state.packageSettings(),
        state.connections(),
        state.files(),
        state.packageAcceptedRisks(),
        new DeclaredElsewhere(theirs, all && !unusable.contains(device)));
  }
}
