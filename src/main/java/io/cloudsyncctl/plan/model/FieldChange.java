package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;

/**
 * One setting that becomes another.
 *
 * @param before what is known of it now
 * @param after the declared value
 * @param at where it is declared
 * @param risks the judgement; empty where it is harmless
 */
public record FieldChange<T>(
    Setting<T> setting,
    Value<T> before,
    T after,
    Location.InFile at,
    ImmutableList<RiskFinding> risks) {}
