package io.cloudsyncctl.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumesTest {
  private static LiveState nas(Value<ImmutableList<String>> volumes) {
    return new LiveState(LiveSettings.EMPTY, true, false, ImmutableList.of(), volumes, null);
  }

  private static <T> Change.Update change(
      Setting<T> setting, T before, T after, @Nullable String blocked) {
    return new Change.Update(
        Address.ofPackage("office"),
        new Target.OfPackage(),
        SettingGroup.PACKAGE,
        ImmutableList.of(
            new FieldChange<>(
                setting, new Value.Known<>(before), after, Live.AT, ImmutableList.of())),
        new GroupWrite(SettingGroup.PACKAGE, ImmutableMap.of(), ImmutableMap.of()),
        blocked);
  }

  private static Change.Update toVolume2(@Nullable String blocked) {
    return change(PackageSettings.PKG_VOLUME, "/volume1", "/volume2", blocked);
  }

  private static Change.Update checked(Change.Update change, Value<ImmutableList<String>> volumes) {
    List<Change> changes = new ArrayList<>(List.of(change));
    Volumes.check(changes, nas(volumes));
    return (Change.Update) changes.getFirst();
  }

  @Test
  void aListedVolumeIsAllRight() {
    assertThat(checked(toVolume2(null), Live.known(List.of("/volume1", "/volume2"))))
        .isEqualTo(toVolume2(null));
  }

  @Test
  void oneThatIsNotListedIsNeverWritten() {
    Change.Update checked = checked(toVolume2(null), Live.known(List.of("/volume1", "/volume3")));

    assertThat(checked.write()).isNull();
    assertThat(checked.blocked())
        .isEqualTo("the NAS has no volume /volume2; it lists /volume1, /volume3");
  }

  @Test
  void bothReasonsAreTold() {
    assertThat(checked(toVolume2("declare more"), Live.known(List.of("/volume1"))).blocked())
        .isEqualTo("declare more; the NAS has no volume /volume2; it lists /volume1");
  }

  @Test
  void whereNoneIsListedSomebodyHasToKnow() {
    for (Value<ImmutableList<String>> none :
        List.of(new Value.Unreadable<ImmutableList<String>>("refused"), Live.known(List.of()))) {
      Change.Update checked = checked(toVolume2(null), none);

      assertThat(checked.write()).isNotNull();
      assertThat(checked.risks()).extracting(RiskFinding::risk).containsExactly(Risk.DISCONNECT);
    }
  }

  @Test
  void otherSettingsAreNotJudged() {
    Change.Update workers = change(PackageSettings.WORKERS, 3L, 9L, null);

    assertThat(checked(workers, Live.known(List.of()))).isEqualTo(workers);
  }
}
