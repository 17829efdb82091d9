package io.cloudsyncctl.plan.fact;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.match.ConnectionAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is declared, in a canonical form: composed and substituted, sorted, every value as it stands
 * on the wire. Two files that mean the same have the same facts.
 *
 * <p>How the NAS is reached and the login are no part of it, so it cannot hold a secret.
 */
public final class DeclaredFacts {
  private final List<Fact> facts = new ArrayList<>();

  private DeclaredFacts() {}

  /** Everything that is declared of a NAS. */
  public static ImmutableList<Fact> of(DesiredState desired) {
    DeclaredFacts all = new DeclaredFacts();
    Address ofPackage = Address.ofPackage(desired.nas().name());
    all.settings(ofPackage, desired.packageSettings());
    all.acceptedRisks(ofPackage, desired.packageAcceptedRisks());
    ConnectionAddresses addresses = ConnectionAddresses.of(desired);
    for (DesiredConnection connection : desired.connections()) {
      all.connection(addresses.of(connection), connection);
    }
    return all.facts.stream()
        .sorted(Comparator.comparing(Fact::address).thenComparing(Fact::key))
        .collect(ImmutableList.toImmutableList());
  }

  private void connection(Address address, DesiredConnection connection) {
    common(
        address,
        connection.presence(),
        connection.protect(),
        connection.settings(),
        connection.acceptedRisks());
    text(address, "provider", connection.provider());
    text(address, "account", connection.account());
    text(address, "renamed_from", connection.renamedFrom());
    Declared<Boolean> paused = connection.paused();
    if (paused != null) {
      facts.add(new Fact(address, "paused", WireValue.of(paused.value())));
    }
    for (DesiredTask task : connection.tasks()) {
      Address ofTask = address.task(task.paths().normalized());
      common(ofTask, task.presence(), task.protect(), task.settings(), task.acceptedRisks());
      text(ofTask, "storage_class", task.storageClass());
    }
  }

  private void common(
      Address address,
      Presence presence,
      boolean protect,
      DeclaredSettings settings,
      ImmutableList<AcceptedRisk> acceptedRisks) {
    String state =
        switch (presence) {
          case PRESENT -> "present";
          case ABSENT -> "absent";
        };
    facts.add(new Fact(address, "state", WireValue.of(state)));
    facts.add(new Fact(address, "protect", WireValue.of(protect)));
    settings(address, settings);
    acceptedRisks(address, acceptedRisks);
  }

  private void text(Address address, String key, @Nullable Declared<String> declared) {
    if (declared != null) {
      facts.add(new Fact(address, key, WireValue.of(declared.value())));
    }
  }

  private void settings(Address address, DeclaredSettings settings) {
    settings.settings().forEach(setting -> setting(address, setting, settings));
  }

  private <T> void setting(Address address, Setting<T> setting, DeclaredSettings settings) {
    settings
        .get(setting)
        .ifPresent(declared ->
            facts.add(
                new Fact(address, setting.relativePath(), canonical(setting, declared.value()))));
  }

  @SuppressWarnings("unchecked")
  private static <T> WireValue canonical(Setting<T> setting, T value) {
    return setting.type() instanceof TextSetType type
        ? WireValue.Items.ofTexts(type.normalized((ImmutableList<String>) value).asList())
        : setting.codec().encode(value);
  }

  private void acceptedRisks(Address address, ImmutableList<AcceptedRisk> risks) {
    if (risks.isEmpty()) {
      return;
    }
    ImmutableList<WireValue> entries =
        risks.stream()
            .map(DeclaredFacts::acceptedRisk)
            .sorted(Comparator.comparing(WireValue::toString))
            .collect(ImmutableList.toImmutableList());
    facts.add(new Fact(address, "accept_risk", WireValue.Items.of(entries)));
  }

  private static WireValue acceptedRisk(AcceptedRisk risk) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    if (risk.setting() != null) {
      fields.put("setting", WireValue.of(risk.setting()));
    }
    fields.put("class", WireValue.of(risk.risk().word()));
    fields.put("reason", WireValue.of(risk.reason()));
    if (risk.expires() != null) {
      fields.put("expires", WireValue.of(risk.expires().toString()));
    }
    return WireValue.Members.of(fields);
  }
}
