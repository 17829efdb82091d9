package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.cloudsync.read.Snapshot;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireCodec;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.PreImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecTest {
  @TempDir Path folder;

  @Test
  void every_codec_gives_back_what_it_took() {
    Cases.forEach(
        "codecs",
        1000,
        one -> {
          for (Setting<?> setting : Catalog.ALL) {
            WireValue wire = one.note(setting.yamlPath(), answer(setting, one.dice()));
            assertThat(roundTrip(setting.codec(), wire)).as("%s", setting).isEqualTo(wire);
          }
        });
  }

  @Test
  void what_a_nas_answered_goes_back_to_it_unchanged() {
    Cases.forEach(
        "answers go back unchanged",
        80,
        one -> {
          try (Site site = new Site(one, folder, LiveStates.of(one.dice()))) {
            Snapshot snapshot = site.read();
            LiveSettings config = snapshot.live().packageSettings();
            WireValue.Members answer = snapshot.raw().config();
            same(SettingGroup.PACKAGE, config, null, answer);
            same(SettingGroup.RELINK, config, null, answer);
            for (LiveConnection connection : snapshot.live().connections()) {
              WireValue.Members settings =
                  answer(
                      snapshot.raw().connections().get(connection.id()), "get_connection_setting");
              same(SettingGroup.CONNECTION, connection.settings(), null, settings);
              same(SettingGroup.SCHEDULE, connection.settings(), null, settings);
              for (LiveTask task : connection.tasks()) {
                WireValue.Members filters =
                    answer(
                        snapshot.raw().tasks().get(task.sessionId()), "get_selective_sync_config");
                same(SettingGroup.FILTERS, task.settings(), task, filters);
              }
            }
          }
        });
  }

  private static WireValue.Members answer(
      @Nullable Map<String, WireValue.Members> answers, String method) {
    WireValue.Members answer = answers == null ? null : answers.get(method);
    assertThat(answer).as(method).isNotNull();
    return answer == null ? WireValue.Members.EMPTY : answer;
  }

  /** Every parameter of the setter that the getter answers is sent as it was answered. */
  private static void same(
      SettingGroup group, LiveSettings live, @Nullable LiveTask task, WireValue.Members answer) {
    PreImage.of(group, live, task)
        .forEach((name, value) -> assertThat(value).as(name).isEqualTo(answer.get(name)));
    assertThat(PreImage.of(group, live, task)).isNotEmpty();
  }

  /** Such a value as a NAS answers for a setting. */
  private static WireValue answer(Setting<?> setting, Dice dice) {
    return switch (setting.key()) {
      case "pkg_volume", "name", "storage_class" ->
          WireValue.of(dice.of(Words.CONNECTION_NAMES) + dice.of("", dice.hex(8)));
      case "admin_mode" -> WireValue.of(dice.of("enable", "disable"));
      case "hours" -> WireValue.of(Weeks.any(dice));
      case "sync_direction" -> WireValue.of(dice.of(Words.DIRECTIONS));
      case "delete_from_cloud",
          "is_sse",
          "enabled",
          "consistency_check",
          "no_delete_on_cloud",
          "convert_gd" ->
          WireValue.of(dice.coin());
      case "filtered_paths" -> texts(Words.FILTER_PATHS, dice);
      case "filtered_filenames" -> texts(Words.FILTER_NAMES, dice);
      case "filtered_extensions" -> texts(Words.FILTER_EXTENSIONS, dice);
      default ->
          WireValue.of(
              dice.of(0L, -1L, Long.MAX_VALUE, dice.between(Long.MIN_VALUE, Long.MAX_VALUE)));
    };
  }

  private static WireValue texts(List<String> choices, Dice dice) {
    return WireValue.Items.ofTexts(dice.some(choices, 6));
  }

  private static <T> WireValue roundTrip(WireCodec<T> codec, WireValue wire)
      throws WireFormatException {
    return codec.encode(codec.decode(wire));
  }
}
