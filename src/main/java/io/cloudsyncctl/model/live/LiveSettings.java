package io.cloudsyncctl.model.live;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of every setting of one subject on the NAS. */
public final class LiveSettings {
  public static final LiveSettings EMPTY = new LiveSettings(ImmutableMap.of());

  private final ImmutableMap<Setting<?>, Value<?>> values;

  private LiveSettings(ImmutableMap<Setting<?>, Value<?>> values) {
    this.values = values;
  }

  /** The value of a setting; absent where the subject has none. */
  @SuppressWarnings("unchecked")
  public <T> Value<T> get(Setting<T> setting) {
    Value<T> value = (Value<T>) values.get(setting);
    return value == null ? new Value.Absent<>() : value;
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiveSettings live && values.equals(live.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Collects values. */
  public static final class Builder {
    private final Map<Setting<?>, Value<?>> values = new LinkedHashMap<>();

    private Builder() {}

    public <T> Builder put(Setting<T> setting, Value<T> value) {
      values.put(setting, value);
      return this;
    }

    public LiveSettings build() {
      return new LiveSettings(ImmutableMap.copyOf(values));
    }
  }
}
