package io.cloudsyncctl.cloudsync.read;

import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireCodec;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;

/** Reads the settings of the catalogue out of replies. */
final class SettingsDecoder {
  private final LiveSettings.Builder settings = LiveSettings.builder();

  /** Adds every setting of a group, out of the reply of the group's getter. */
  SettingsDecoder add(SettingGroup group, Reply reply) {
    for (Setting<?> setting : Catalog.of(group)) {
      put(setting, reply);
    }
    return this;
  }

  private <T> void put(Setting<T> setting, Reply reply) {
    settings.put(setting, decode(reply, setting.field(), setting.codec()));
  }

  /**
   * Adds the settings of a task but its filters. Two getters report its direction: where they
   * disagree, nobody knows it.
   *
   * @param listed the task's entry in the list of tasks
   * @param own what {@code get_session_setting} answered
   */
  SettingsDecoder addTask(AnswerFields listed, Reply own) {
    Setting<SyncDirection> setting = TaskSettings.SYNC_DIRECTION;
    Value<SyncDirection> direction =
        decode(new Reply.Fields(listed), setting.field(), setting.codec());
    Value<SyncDirection> again = decode(own, setting.field(), setting.codec());
    if (listed.raw(setting.field()) == null && again.known().isPresent()) {
      settings.put(setting, again);
    } else if (again.known().isPresent() && !again.equals(direction)) {
      settings.put(
          setting,
          new Value.Unreadable<>(
              Getters.TASKS + " and " + Getters.TASK_SETTINGS + " report different directions"));
    } else {
      settings.put(setting, direction);
    }
    for (Setting<Boolean> option : TaskSettings.OPTIONS) {
      put(option, own);
    }
    return this;
  }

  /** The value of one field. */
  static <T> Value<T> decode(Reply reply, String field, WireCodec<T> codec) {
    return switch (reply) {
      case Reply.Withheld(String why, int _) -> new Value.Unreadable<>(why);
      case Reply.Fields(AnswerFields fields) -> {
        WireValue wire = fields.raw(field);
        if (wire == null) {
          yield new Value.Unreadable<>("the NAS did not answer " + field);
        }
        try {
          yield new Value.Known<>(codec.decode(wire));
        } catch (WireFormatException e) {
          // A later release may know more values; the rest of the NAS is read all the same.
          yield new Value.Unreadable<>(AnswerFields.refused(e, wire));
        }
      }
    };
  }

  LiveSettings build() {
    return settings.build();
  }
}
