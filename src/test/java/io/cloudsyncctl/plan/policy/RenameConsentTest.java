package io.cloudsyncctl.plan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clouds is declared; the NAS has Dropbox of the same provider and account. */
class RenameConsentTest {
  private static final LiveConnection DROPBOX = Live.connection(3, "Dropbox", "db", "me", Map.of());

  private static List<Change> changes(Declare clouds, RiskConsent... flags) {
    DesiredState desired = Archive.state(clouds.of("db", "me").build());
    LiveState live = Archive.nas(DROPBOX);
    return RenameConsent.heldBack(
            Differ.diff(desired, live, SettingsRecord.empty("office"), false, Recreation.none()),
            live,
            desired,
            new Consent(
                ImmutableList.copyOf(flags), RemovalLimits.DEFAULT, LocalDate.parse("2026-03-01")))
        .changes();
  }

  private static RiskConsent flag(Risk risk) {
    return new RiskConsent(risk, AddressPattern.of("office/Clouds"));
  }

  private static AcceptedRisk accepted(Risk risk, String setting) {
    return new AcceptedRisk(setting, risk, "it is that one", null, Live.AT);
  }

  @Test
  void aRenameThatNobodyWroteDownIsLeftToAPerson() {
    assertThat(changes(Declare.connection("Clouds")))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Manual.class,
            manual -> {
              assertThat(manual.what()).startsWith("nothing of this connection is changed: ");
              assertThat(manual.steps())
                  .containsExactly(
                      "If it was renamed, declare renamed_from: Dropbox, or add --accept-risk"
                          + " disconnect:office/Clouds",
                      "If it is another one, link the declared one in DSM and name it exactly"
                          + " \"Clouds\"");
            });
  }

  @Test
  void oneThatIsWrittenDownIsMade() {
    assertThat(changes(Declare.connection("Clouds").renamedFrom("Dropbox")))
        .hasOnlyElementsOfType(Change.Update.class)
        .hasSize(1);
  }

  @Test
  void oneThatIsAcceptedIsMade() {
    Declare clouds = Declare.connection("Clouds");

    assertThat(changes(clouds, flag(Risk.DISCONNECT))).hasOnlyElementsOfType(Change.Update.class);
    assertThat(changes(clouds, flag(Risk.DATA_LOSS))).hasOnlyElementsOfType(Change.Manual.class);
    assertThat(changes(clouds.accepting(accepted(Risk.DISCONNECT, "name"))))
        .hasOnlyElementsOfType(Change.Update.class);
    assertThat(changes(clouds.accepting(accepted(Risk.DISCONNECT, "storage_class"))))
        .hasOnlyElementsOfType(Change.Manual.class);
  }
}
