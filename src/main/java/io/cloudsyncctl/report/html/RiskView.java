package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.report.wording.Escaper;
import java.util.Collection;

/** What a change may do, and why. */
public record RiskView(Badge badge, String reason) {

  static ImmutableList<RiskView> of(Collection<RiskFinding> findings) {
    return findings.stream()
        .filter(finding -> finding.risk() != Risk.NONE)
        .map(finding -> new RiskView(Badge.of(finding.risk()), Escaper.sentence(finding.reason())))
        .collect(ImmutableList.toImmutableList());
  }
}
