package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * One NAS.
 *
 * @param id of its section
 * @param sentence how it stands
 * @param direction from what to what its settings are told
 * @param messages why there is no plan
 * @param files that declare it
 */
public record NasView(
    String id,
    String name,
    Badge badge,
    String sentence,
    String direction,
    ImmutableList<MessageView> messages,
    Optional<AppliedView> applied,
    ImmutableList<ChangeGroup> groups,
    ObservationsView observed,
    InventoryView managed,
    ImmutableList<String> files) {}
