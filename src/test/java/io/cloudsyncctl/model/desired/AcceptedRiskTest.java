package io.cloudsyncctl.model.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.Risk;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptedRiskTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

  @Test
  void itCountsUpToItsLastDay() {
    AcceptedRisk risk = expiring(LAST_DAY);
    assertThat(risk.counts(LAST_DAY.minusDays(1))).isTrue();
    assertThat(risk.counts(LAST_DAY)).isTrue();
    assertThat(risk.counts(LAST_DAY.plusDays(1))).isFalse();
  }

  @Test
  void withoutALastDayItAlwaysCounts() {
    assertThat(expiring(null).counts(LocalDate.MAX)).isTrue();
  }

  private static AcceptedRisk expiring(@Nullable LocalDate expires) {
    return new AcceptedRisk(
        null, Risk.DATA_LOSS, "tested", expires, new Location.InFile("office.yaml", 1, 1));
  }
}
