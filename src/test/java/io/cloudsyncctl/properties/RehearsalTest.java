package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.execute.ApplyRun;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.diff.Quiesce;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.state.RecordKeeper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * On NAS without hidden connections: what a login cannot see before admin_mode is on, its rehearsal
 * cannot know, so there it can only say what comes up to that point.
 */
@Tag("slow")
class RehearsalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));

  @TempDir Path folder;

  @Test
  void a_rehearsal_leaves_the_nas_alone_and_foretells_the_apply() {
    Cases.forEach(
        "the rehearsal foretells the apply",
        80,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            DesiredState desired = site.load(file);
            String before = site.state().toString();

            InProcess.Result rehearsed = site.run(Site.applyOfAll(file, "--dry-run"));
            assertThat(site.writes()).isEmpty();
            assertThat(site.calls()).noneMatch(call -> call.method().equals("get_conn_auth_info"));
            ApplyResult foretold = InProcess.rehearse(desired, SettingsRecord.empty("somewhere"));
            assertThat(site.writes()).isEmpty();
            assertThat(site.state().toString()).isEqualTo(before);

            ApplyResult happened = apply(site, desired);

            assertThat(foretold.outcomes()).isEqualTo(happened.outcomes());
            assertThat(foretold.notes()).isEqualTo(happened.notes());
            assertThat(facts(foretold.remaining())).isEqualTo(facts(happened.remaining()));
            assertThat(foretold.status()).isEqualTo(happened.status());
            one.note("happened", happened.status());
            assertThat(rehearsed.exitCode()).isEqualTo(exitCode(rehearsed, happened));
          }
        });
  }

  private static ApplyResult apply(Site site, DesiredState desired) {
    SettingsRecord record = SettingsRecord.empty("somewhere");
    try (DsmSession session = site.open()) {
      Planner planner =
          (live, known) ->
              Quiesce.addTo(Differ.diff(desired, live, known, false, Recreation.none()), live);
      LiveState live = LiveStateReader.read(ReadGateway.over(session)).live();
      Plan plan = planner.plan(live, record);
      return new ApplyRun(
              session,
              RecordKeeper.inMemory(record),
              CLOCK,
              (_, _) -> true,
              ApplyListener.silent(),
              RunJournal.none(CLOCK),
              RestTerms.pretended((_, _) -> false),
              new KeptValues(),
              "cloudsyncctl apply")
          .apply(planner, plan, live);
    }
  }

  private static ImmutableList<String> facts(@Nullable Plan plan) {
    return plan == null ? ImmutableList.of("unreadable") : PlanFacts.of(plan);
  }

  /** A refused plan is rehearsed as far as it goes and ends with 3, as apply does. */
  private static int exitCode(InProcess.Result rehearsed, ApplyResult happened) {
    if (rehearsed.err().contains("Nothing was changed")) {
      return 3;
    }
    return switch (happened.status()) {
      case NOTHING_TO_DO, APPLIED -> 0;
      case MANUAL_STEPS_REMAIN -> 6;
      case FAILED, PARTLY_APPLIED -> 1;
    };
  }
}
