package io.cloudsyncctl.model.desired;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import org.jspecify.annotations.Nullable;

/**
 * A declared task.
 *
 * @param settings those of the groups {@link SettingGroup#TASK} and {@link SettingGroup#FILTERS}
 * @param storageClass for creation only
 */
public record DesiredTask(
    TaskPaths paths,
    Presence presence,
    DeclaredSettings settings,
    @Nullable Declared<String> storageClass,
    boolean protect,
    ImmutableList<AcceptedRisk> acceptedRisks,
    Location.InFile at) {}
