package io.cloudsyncctl.model.desired;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.SettingGroup;
import org.jspecify.annotations.Nullable;

/**
 * A declared connection.
 *
 * @param name its {@code task_name} on the NAS
 * @param provider its {@code type} on the NAS; checked, never changed
 * @param account its {@code user_name} on the NAS; checked, and tells two of one name apart
 * @param renamedFrom the name under which it is looked for while {@code name} is not found
 * @param paused whether it shall be paused; null where that is not managed
 * @param settings those of the groups {@link SettingGroup#CONNECTION} and {@link
 *     SettingGroup#SCHEDULE}, without the name
 */
public record DesiredConnection(
    Declared<String> name,
    @Nullable Declared<String> provider,
    @Nullable Declared<String> account,
    @Nullable Declared<String> renamedFrom,
    Presence presence,
    @Nullable Declared<Boolean> paused,
    DeclaredSettings settings,
    ImmutableList<DesiredTask> tasks,
    boolean protect,
    ImmutableList<AcceptedRisk> acceptedRisks,
    Location.InFile at) {}
