package io.cloudsyncctl.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import org.junit.jupiter.api.Test;

class FoundRisksTest {
  private static final Address CONNECTION = Address.ofConnection("attic", "Archive", null);
  private static final Address TASK = CONNECTION.task(new TaskPaths("/a", "/b"));

  @Test
  void whatATaskPutsAtRiskIsReadAsItWasWritten() throws WireFormatException {
    ImmutableList<RiskFinding> risks =
        ImmutableList.of(
            new RiskFinding(Risk.DATA_LOSS, "known", new RiskFinding.OtherTask(5L, TASK)),
            new RiskFinding(Risk.DATA_LOSS, "not read", new RiskFinding.OtherTask(null, TASK)),
            new RiskFinding(
                Risk.DATA_LOSS, "any of its tasks", new RiskFinding.OtherTask(5L, CONNECTION)),
            new RiskFinding(Risk.DATA_LOSS, "no other"));
    Address created = Address.ofConnection("office", "Cold", null).task(new TaskPaths("/c", "/b"));
    Plan plan =
        new Plan(
            "office",
            ImmutableList.of(
                new Change.Create(
                    created,
                    new Target.OfConnection(new ConnectionIdentity(6, "Cold", "az", "me", "u6")),
                    false,
                    null,
                    ImmutableList.of(),
                    risks,
                    new Location.InFile("office.yaml", 1, 1),
                    null)),
            ImmutableList.of());

    assertThat(FoundRisks.decode(FoundRisks.encode(plan)).get(created)).isEqualTo(risks);
  }
}
