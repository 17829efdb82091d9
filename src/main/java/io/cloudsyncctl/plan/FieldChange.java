package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.RiskFinding;
import io.cloudsyncctl.model.Setting;
import io.cloudsyncctl.model.Value;

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
