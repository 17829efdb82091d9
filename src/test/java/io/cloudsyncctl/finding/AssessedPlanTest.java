package io.cloudsyncctl.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.RandomPlans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of every shape, with findings by chance. */
class AssessedPlanTest {
  private static final ImmutableList<String> WORDS = ImmutableList.of("one", "two", "three");

  static Stream<AssessedPlan> assessed() {
    return LongStream.range(0, 60)
        .boxed()
        .flatMap(seed ->
            new RandomPlans(seed, WORDS)
                .run().stream()
                    .map(NasOutcome::result)
                    .flatMap(Optional::stream)
                    .map(plan -> assess(plan, new Random(seed))));
  }

  private static AssessedPlan assess(Plan plan, Random random) {
    Ignore ignore =
        new Ignore("*", "me", "why", LocalDate.EPOCH, new Location.InFile("ignores.yaml", 1, 1));
    return AssessedPlan.of(
        plan,
        random.nextBoolean(),
        difference ->
            new Finding(
                difference,
                Attribution.values()[random.nextInt(Attribution.values().length)],
                Optional.empty(),
                switch (random.nextInt(3)) {
                  case 0 -> new Standing.Ignored(ignore);
                  case 1 -> new Standing.Lapsed(ignore);
                  default -> new Standing.Counts();
                }));
  }

  private static List<Difference> differences(AssessedPlan assessed) {
    return assessed.findings().stream().map(Finding::difference).toList();
  }

  /** Each setting of an update, each other change, and what cannot be seen or nobody declared. */
  @ParameterizedTest
  @MethodSource("assessed")
  void everyDifferenceIsThereOnceInTheOrderOfThePlan(AssessedPlan assessed) {
    List<Difference> expected = new ArrayList<>();
    for (Change change : assessed.plan().changes()) {
      if (change instanceof Change.Update update) {
        for (FieldChange<?> field : update.fields()) {
          expected.add(new Difference.OfSetting(update, field));
        }
      } else {
        expected.add(new Difference.OfWhole(change));
      }
    }
    boolean undeclared =
        assessed.observations().stream()
            .anyMatch(one ->
                one.observation() instanceof Observation.Unmanaged && one.finding().isPresent());
    for (Observation observation : assessed.plan().observations()) {
      if (observation instanceof Observation.Unreadable unreadable) {
        expected.add(new Difference.Unseen(unreadable));
      } else if (observation instanceof Observation.Unmanaged unmanaged && undeclared) {
        expected.add(new Difference.Undeclared(unmanaged.address()));
      }
    }
    assertThat(differences(assessed)).containsExactlyElementsOf(expected);
    assertThat(assessed.undeclared())
        .hasSize((int) expected.stream().filter(Difference.Undeclared.class::isInstance).count());
  }

  @ParameterizedTest
  @MethodSource("assessed")
  void whatCountsAndWhatIsIgnoredAreAllOfItAndNothingTwice(AssessedPlan assessed) {
    AssessedPlan counting = assessed.counting();
    AssessedPlan ignored = assessed.ignored();
    assertThat(counting.findings()).allMatch(Finding::counts);
    assertThat(ignored.findings()).noneMatch(Finding::counts);
    assertThat(Stream.concat(counting.findings().stream(), ignored.findings().stream()))
        .containsExactlyInAnyOrderElementsOf(assessed.findings());
    assertThat(
            Stream.concat(
                counting.plan().observations().stream(), ignored.plan().observations().stream()))
        .containsExactlyInAnyOrderElementsOf(assessed.plan().observations());
    assertThat(ignored.observations()).allMatch(one -> one.finding().isPresent());
    for (AssessedPlan part : List.of(counting, ignored)) {
      assertThat(part.plan().changes())
          .containsExactlyElementsOf(part.changes().stream().map(AssessedChange::change).toList());
      part.changes().forEach(AssessedPlanTest::assertEachSettingHasItsFinding);
    }
  }

  /** However an update is taken apart, each setting keeps its finding and none is lost. */
  @ParameterizedTest
  @MethodSource("assessed")
  void eachSettingKeepsItsFinding(AssessedPlan assessed) {
    for (AssessedChange change : assessed.changes()) {
      assertEachSettingHasItsFinding(change);
      assertThat(change.bySetting()).hasSameSizeAs(change.findings());
      for (ImmutableList<AssessedChange> apart : List.of(change.bySetting(), change.byRisk())) {
        apart.forEach(AssessedPlanTest::assertEachSettingHasItsFinding);
        assertThat(apart.stream().flatMap(one -> one.findings().stream()))
            .containsExactlyInAnyOrderElementsOf(change.findings());
      }
      assertThat(change.byRisk()).extracting(one -> one.change().worst()).doesNotHaveDuplicates();
    }
  }

  private static void assertEachSettingHasItsFinding(AssessedChange change) {
    if (change.change() instanceof Change.Update update) {
      assertThat(change.findings())
          .extracting(finding -> ((Difference.OfSetting) finding.difference()).field())
          .isEqualTo(update.fields());
    } else {
      assertThat(change.findings())
          .extracting(Finding::difference)
          .containsExactly(new Difference.OfWhole(change.change()));
    }
  }

  @ParameterizedTest
  @MethodSource("assessed")
  void whatAnApplyHasLeftIsKnownAsBefore(AssessedPlan assessed) {
    Plan plan = assessed.plan();
    Plan remaining =
        plan.with(plan.changes().subList(0, plan.changes().size() / 2), plan.observations());
    List<Finding> left = assessed.left(remaining).findings();
    assertThat(left)
        .extracting(Finding::difference)
        .isEqualTo(differences(AssessedPlan.of(remaining)));
    List<Difference.Key> keys = differences(assessed).stream().map(Difference::key).toList();
    for (Finding finding : left) {
      Finding before = assessed.findings().get(keys.indexOf(finding.difference().key()));
      assertThat(finding).isEqualTo(before.about(finding.difference()));
    }
    Plan other = new Plan(plan.nas(), plan.changes(), ImmutableList.of());
    assertThat(
            AssessedPlan.of(new Plan(plan.nas(), ImmutableList.of(), ImmutableList.of()))
                .left(other)
                .findings())
        .isEqualTo(AssessedPlan.of(other).findings());
  }
}
