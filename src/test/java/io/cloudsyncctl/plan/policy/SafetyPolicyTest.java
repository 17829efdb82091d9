package io.cloudsyncctl.plan.policy;

import static io.cloudsyncctl.plan.Archive.paths;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Removals;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyPolicyTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static final LiveTask A = task(7, "/archive/A", "/A");
  private static final LiveConnection LIVE =
      Archive.live(5, A, task(8, "/archive/B", "/B"), task(9, "/archive/C", "/C"));
  private static final Address ADDRESS =
      Address.ofConnection("office", "Archive", null).task(A.paths());
  private static final SafetyPolicy.Beside NOTHING_BESIDE = new SafetyPolicy.Beside(0, 0);

  private static Consent consent(RemovalLimits limits, String... patterns) {
    return new Consent(
        Stream.of(patterns)
            .map(one -> new RiskConsent(Risk.DATA_LOSS, AddressPattern.of(one)))
            .collect(ImmutableList.toImmutableList()),
        limits,
        TODAY);
  }

  private static Consent consent(String... patterns) {
    return consent(RemovalLimits.DEFAULT, patterns);
  }

  /** A task becomes bidirectional; blocked where that has a reason. */
  private static Change.Update bidirectional(@Nullable String blocked) {
    return new Change.Update(
        ADDRESS,
        Target.OfTask.of(Target.OfConnection.of(LIVE), A),
        SettingGroup.TASK,
        ImmutableList.of(
            new FieldChange<>(
                TaskSettings.SYNC_DIRECTION,
                new Value.Known<>(SyncDirection.ONLY_UPLOAD),
                SyncDirection.BIDIRECTION,
                Live.AT,
                ImmutableList.of(new RiskFinding(Risk.DATA_LOSS, "it deletes")))),
        null,
        blocked);
  }

  private static List<SafetyPolicy.Refusal> refusals(
      Declare declared, Consent consent, SafetyPolicy.Beside beside, Change... changes) {
    return SafetyPolicy.refusals(
        new Plan("office", ImmutableList.copyOf(changes), ImmutableList.of()),
        Archive.state(declared.build()),
        Archive.nas(LIVE),
        consent,
        Protection.none(),
        beside);
  }

  private static List<SafetyPolicy.Refusal> refusals(Declare declared, Consent consent) {
    return refusals(declared, consent, NOTHING_BESIDE, bidirectional(null));
  }

  private static Declare archive() {
    return Declare.connection("Archive");
  }

  private static Declare accepting(AcceptedRisk... risks) {
    return archive()
        .with(
            new DesiredTask(
                A.paths(),
                Presence.PRESENT,
                DeclaredSettings.EMPTY,
                null,
                false,
                ImmutableList.copyOf(risks),
                Live.AT));
  }

  private static AcceptedRisk accepted(
      @Nullable String setting, Risk risk, @Nullable String until) {
    return new AcceptedRisk(
        setting, risk, "wanted", until == null ? null : LocalDate.parse(until), Live.AT);
  }

  @Test
  void aDangerousRiskNeedsConsentAndIsToldHowToGiveIt() {
    assertThat(refusals(archive(), consent()))
        .containsExactly(
            new SafetyPolicy.Refusal(
                bidirectional(null),
                RefusalCode.RISK_NOT_ACCEPTED,
                "data-loss: it deletes",
                "if that is what you want, add --accept-risk data-loss:office/Archive/archive/A:/A"));
  }

  @ParameterizedTest
  @CsvSource({
    "office/Archive/archive/A:/A, true",
    "office/*,                    true",
    "office/Archive/archive/B:/B, false",
    "home/*,                      false",
  })
  void aFlagAcceptsItAtItsAddressAlone(String pattern, boolean accepts) {
    assertThat(refusals(archive(), consent(pattern)).isEmpty()).isEqualTo(accepts);
  }

  @ParameterizedTest
  @CsvSource({
    ",                    DATA_LOSS,  ,           true",
    "sync_direction,      DATA_LOSS,  ,           true",
    "no_delete_on_cloud,  DATA_LOSS,  ,           false",
    ",                    DISCONNECT, ,           false",
    ",                    DATA_LOSS,  2026-03-01, true",
    ",                    DATA_LOSS,  2026-02-28, false",
  })
  void theYamlAcceptsItBesideTheTaskUntilItExpires(
      @Nullable String setting, Risk risk, @Nullable String until, boolean accepts) {
    assertThat(refusals(accepting(accepted(setting, risk, until)), consent()).isEmpty())
        .isEqualTo(accepts);
  }

  @Test
  void anAcceptanceThatHasExpiredIsTold() {
    assertThat(refusals(accepting(accepted(null, Risk.DATA_LOSS, "2026-02-28")), consent()))
        .singleElement()
        .satisfies(one ->
            assertThat(one.reason())
                .isEqualTo("data-loss: it deletes (it was accepted until 2026-02-28)"));
  }

  @Test
  void whatIsProtectedNoFlagOverrides() {
    assertThat(refusals(archive().protectedFromHarm(), consent("*")))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.code()).isEqualTo(RefusalCode.PROTECTED);
          assertThat(one.override())
              .isEqualTo("it is declared with protect: true, which no flag overrides");
        });
  }

  @Test
  void aBlockedChangeIsRefusedWhateverIsAccepted() {
    assertThat(
            refusals(archive(), consent("*"), NOTHING_BESIDE, bidirectional("declare also more")))
        .extracting(SafetyPolicy.Refusal::code, SafetyPolicy.Refusal::reason)
        .containsExactly(tuple(RefusalCode.BLOCKED_CHANGE, "declare also more"));
  }

  private static Change removal(int i) {
    LiveTask task = LIVE.tasks().get(i);
    return Removals.ofTask(
        Address.ofConnection("office", "Archive", null)
            .task(paths(task.paths().local(), task.paths().cloud())),
        LIVE,
        task,
        ImmutableList.of(),
        Live.AT);
  }

  /** What is said of the numbers, whatever is said of the risks. */
  private static List<String> removals(RemovalLimits limits, SafetyPolicy.Beside beside, int n) {
    return refusals(
            archive(),
            consent(limits),
            beside,
            IntStream.range(0, n).mapToObj(SafetyPolicyTest::removal).toArray(Change[]::new))
        .stream()
        .filter(one -> one.code() == RefusalCode.TOO_MANY_REMOVALS)
        .map(one -> one.reason() + ": " + one.override())
        .toList();
  }

  @Test
  void oneTaskMayGoWithoutALimitNamed() {
    assertThat(removals(RemovalLimits.DEFAULT, NOTHING_BESIDE, 1)).isEmpty();
  }

  @Test
  void removalsAreBoundByNumberAndShare() {
    assertThat(removals(RemovalLimits.DEFAULT, NOTHING_BESIDE, 2))
        .containsExactly(
            "2 tasks of office would be removed, more than 1: if that is what you want, add"
                + " --max-removals 2",
            "2 of the 3 tasks of office would be removed, more than 50 percent: if that is what you"
                + " want, add --max-removals-percent 67");
    assertThat(removals(new RemovalLimits(2, 3, 67), NOTHING_BESIDE, 2)).isEmpty();
    assertThat(removals(new RemovalLimits(2, 3, 66), NOTHING_BESIDE, 2)).hasSize(1);
    assertThat(removals(new RemovalLimits(2, 3, 50), new SafetyPolicy.Beside(0, 4), 2))
        .as("half of four, which another login sees")
        .isEmpty();
  }

  @Test
  void whatGoesUnderOtherNamesOfTheDeviceCounts() {
    assertThat(removals(RemovalLimits.DEFAULT, new SafetyPolicy.Beside(1, 10), 1))
        .containsExactly(
            "2 tasks of office, under all names of this device, would be removed, more than 1: if"
                + " that is what you want, add --max-removals 2");
  }

  @Test
  void aConnectionWithoutTasksCountsAsOne() {
    assertThat(SafetyPolicy.tasks(Archive.nas(LIVE, Archive.live(6)))).isEqualTo(4);
  }
}
