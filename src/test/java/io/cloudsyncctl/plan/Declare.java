package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import org.jspecify.annotations.Nullable;

/** A connection as it may be declared, said by what is special about it. */
public final class Declare {
  private final String name;
  private @Nullable Declared<String> provider;
  private @Nullable Declared<String> account;
  private @Nullable Declared<String> renamedFrom;
  private Presence presence = Presence.PRESENT;
  private DeclaredSettings settings = DeclaredSettings.EMPTY;
  private ImmutableList<DesiredTask> tasks = ImmutableList.of();
  private boolean protect;
  private ImmutableList<AcceptedRisk> accepted = ImmutableList.of();

  private Declare(String name) {
    this.name = name;
  }

  public static Declare connection(String name) {
    return new Declare(name);
  }

  public Declare of(String itsProvider, String itsAccount) {
    provider = new Declared<>(itsProvider, Live.AT);
    account = new Declared<>(itsAccount, Live.AT);
    return this;
  }

  public Declare renamedFrom(String before) {
    renamedFrom = new Declared<>(before, Live.AT);
    return this;
  }

  public Declare absent() {
    presence = Presence.ABSENT;
    return this;
  }

  public Declare with(DeclaredSettings its) {
    settings = its;
    return this;
  }

  public Declare with(DesiredTask... its) {
    tasks = ImmutableList.copyOf(its);
    return this;
  }

  public Declare protectedFromHarm() {
    protect = true;
    return this;
  }

  public Declare accepting(AcceptedRisk... risks) {
    accepted = ImmutableList.copyOf(risks);
    return this;
  }

  public DesiredConnection build() {
    return new DesiredConnection(
        new Declared<>(name, Live.AT),
        provider,
        account,
        renamedFrom,
        presence,
        null,
        settings,
        tasks,
        protect,
        accepted,
        Live.AT);
  }
}
