package io.cloudsyncctl.model.desired;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.setting.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings that are declared for one subject; what is not in it is not managed. */
public final class DeclaredSettings {
  public static final DeclaredSettings EMPTY = new DeclaredSettings(ImmutableMap.of());

  private final ImmutableMap<Setting<?>, Declared<?>> values;

  private DeclaredSettings(ImmutableMap<Setting<?>, Declared<?>> values) {
    this.values = values;
  }

  /** The declared value of a setting. The builder made sure that the types agree. */
  @SuppressWarnings("unchecked")
  public <T> Optional<Declared<T>> get(Setting<T> setting) {
    return Optional.ofNullable((Declared<T>) values.get(setting));
  }

  public ImmutableSet<Setting<?>> settings() {
    return values.keySet();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeclaredSettings declared && values.equals(declared.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Collects declared values; a later one of the same setting replaces the earlier. */
  public static final class Builder {
    private final Map<Setting<?>, Declared<?>> values = new LinkedHashMap<>();

    private Builder() {}

    public <T> Builder put(Setting<T> setting, Declared<T> declared) {
      values.put(setting, declared);
      return this;
    }

    public DeclaredSettings build() {
      return new DeclaredSettings(ImmutableMap.copyOf(values));
    }
  }
}
