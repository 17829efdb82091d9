package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.risk.FleetRiskRules;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a plan may do to each other, as data and back: a saved plan keeps it, so that
 * it is still asked for where another NAS of the run is away when the plan is applied.
 */
public final class FoundRisks {
  private FoundRisks() {}

  /** What a plan was found to bring. */
  public static ImmutableList<WireValue.Members> encode(Plan plan) {
    ImmutableList.Builder<WireValue.Members> risks = ImmutableList.builder();
    for (Change change : plan.changes()) {
      for (RiskFinding finding : FleetRiskRules.found(change)) {
        risks.add(encode(change.address(), finding));
      }
    }
    return risks.build();
  }

  private static WireValue.Members encode(Address address, RiskFinding finding) {
    ImmutableMap.Builder<String, WireValue> fields =
        ImmutableMap.<String, WireValue>builder()
            .put("address", AddressCodec.encode(address))
            .put("class", WireValue.of(finding.risk().word()))
            .put("reason", WireValue.of(finding.reason()));
    RiskFinding.OtherTask endangered = finding.endangered();
    if (endangered != null) {
      fields.put("endangered", AddressCodec.encode(endangered.address()));
      Long connection = endangered.connectionId();
      if (connection != null) {
        fields.put("endangered_connection_id", WireValue.of(connection));
      }
    }
    return new WireValue.Members(fields.buildOrThrow());
  }

  /** By the address of what brings it. */
  public static ImmutableListMultimap<Address, RiskFinding> decode(
      Iterable<WireValue.Members> risks) throws WireFormatException {
    ImmutableListMultimap.Builder<Address, RiskFinding> found = ImmutableListMultimap.builder();
    for (WireValue.Members one : risks) {
      JsonFields risk = new JsonFields(one);
      found.put(
          AddressCodec.address(risk.object("address")),
          new RiskFinding(kind(risk.text("class")), risk.text("reason"), endangered(risk)));
    }
    return found.build();
  }

  private static RiskFinding.@Nullable OtherTask endangered(JsonFields risk)
      throws WireFormatException {
    return risk.has("endangered")
        ? new RiskFinding.OtherTask(
            risk.wholeOrNull("endangered_connection_id"),
            AddressCodec.address(risk.object("endangered")))
        : null;
  }

  private static Risk kind(String word) throws WireFormatException {
    for (Risk risk : Risk.values()) {
      if (risk.word().equals(word)) {
        return risk;
      }
    }
    throw new WireFormatException("there is no class of risks called " + word);
  }
}
