package io.cloudsyncctl.plan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.setting.Acceptable;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.Unrest;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestConsentTest {
  private static final Address ARCHIVE = Address.ofConnection("office", "Archive", null);

  private static boolean covers(ImmutableList<RiskConsent> flags, AcceptedRisk... inYaml) {
    return RestConsent.of(
            new Consent(flags, RemovalLimits.DEFAULT, LocalDate.parse("2026-03-01")),
            Archive.state(Declare.connection("Archive").accepting(inYaml).build()),
            Archive.nas(Archive.live(5)))
        .covers(ARCHIVE, Target.OfConnection.of(Archive.live(5)));
  }

  private static ImmutableList<RiskConsent> flag(Acceptable risk, String pattern) {
    return ImmutableList.of(new RiskConsent(risk, AddressPattern.of(pattern)));
  }

  private static AcceptedRisk yaml(Acceptable risk, @Nullable String until) {
    return new AcceptedRisk(
        null, risk, "wanted", until == null ? null : LocalDate.parse(until), Live.AT);
  }

  @Test
  void nothingIsAcceptedByItself() {
    assertThat(covers(ImmutableList.of())).isFalse();
  }

  @Test
  void aFlagAcceptsItByNameAndAddress() {
    assertThat(covers(flag(Unrest.NOT_AT_REST, "office/Archive"))).isTrue();
    assertThat(covers(flag(Unrest.NOT_AT_REST, "office/Dropbox"))).isFalse();
    assertThat(covers(flag(Risk.DATA_LOSS, "*"))).isFalse();
  }

  @Test
  void theYamlAcceptsItUntilItExpires() {
    assertThat(covers(ImmutableList.of(), yaml(Unrest.NOT_AT_REST, null))).isTrue();
    assertThat(covers(ImmutableList.of(), yaml(Unrest.NOT_AT_REST, "2026-03-01"))).isTrue();
    assertThat(covers(ImmutableList.of(), yaml(Unrest.NOT_AT_REST, "2026-02-28"))).isFalse();
    assertThat(covers(ImmutableList.of(), yaml(Risk.DATA_LOSS, null))).isFalse();
  }
}
