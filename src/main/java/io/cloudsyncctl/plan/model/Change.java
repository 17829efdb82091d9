package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.SettingGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change that would make the NAS as it is declared. */
public sealed interface Change {

  Address address();

  /** Where it is declared. */
  Location.InFile at();

  /** Why somebody should look twice; empty where the change is harmless. */
  ImmutableList<RiskFinding> risks();

  /**
   * Settings of one group are written.
   *
   * @param write what the setter gets; null where the change is blocked
   * @param blocked why it cannot be written and what to declare; null where it can
   */
  record Update(
      Address address,
      Target target,
      SettingGroup group,
      ImmutableList<FieldChange<?>> fields,
      @Nullable GroupWrite write,
      @Nullable String blocked)
      implements Change {
    @Override
    public Location.InFile at() {
      return fields.getFirst().at();
    }

    /** The same with other fields, or with some of them. */
    public Update with(ImmutableList<FieldChange<?>> others) {
      return new Update(address, target, group, others, write, blocked);
    }

    @Override
    public ImmutableList<RiskFinding> risks() {
      return fields.stream()
          .flatMap(field -> field.risks().stream())
          .collect(ImmutableList.toImmutableList());
    }
  }

  /**
   * A task of an Amazon S3 connection is created.
   *
   * @param task what is to be created; null where it is blocked
   * @param connectionPaused whether the connection is paused now, hence stays so afterwards
   * @param fields every declared setting, before being absent
   * @param risks what the new task may do to others
   * @param blocked why it cannot be created and what to declare; null where it can
   */
  record Create(
      Address address,
      Target.OfConnection connection,
      boolean connectionPaused,
      @Nullable NewTask task,
      ImmutableList<FieldChange<?>> fields,
      ImmutableList<RiskFinding> risks,
      Location.InFile at,
      @Nullable String blocked)
      implements Change {}

  /**
   * A connection or task is removed; its files stay on both sides.
   *
   * @param tasks the tasks that go with a connection; empty for a task
   * @param going the same by all that identifies them, in the order of their ids
   */
  record Delete(
      Address address,
      Target target,
      ImmutableList<Address> tasks,
      ImmutableList<TaskIdentity> going,
      ImmutableList<RiskFinding> risks,
      Location.InFile at)
      implements Change {}

  /** A connection is paused. */
  record Pause(Address address, Target.OfConnection connection, String status, Location.InFile at)
      implements Change {
    @Override
    public ImmutableList<RiskFinding> risks() {
      return ImmutableList.of();
    }
  }

  /**
   * A connection goes on.
   *
   * @param risks what it would go on with that nobody wants; none where nothing is known of it
   */
  record Resume(
      Address address,
      Target.OfConnection connection,
      String status,
      ImmutableList<RiskFinding> risks,
      Location.InFile at)
      implements Change {

    /** One that is as harmless as the settings of its connection. */
    public Resume(
        Address address, Target.OfConnection connection, String status, Location.InFile at) {
      this(address, connection, status, ImmutableList.of(), at);
    }
  }

  /**
   * Something that a person has to do in DSM, since the API cannot.
   *
   * @param what one line: what is missing
   * @param steps what to do, in order
   */
  record Manual(Address address, String what, ImmutableList<String> steps, Location.InFile at)
      implements Change {
    @Override
    public ImmutableList<RiskFinding> risks() {
      return ImmutableList.of();
    }
  }

  /** The worst that it may do. */
  default Risk worst() {
    return RiskFinding.worst(risks());
  }

  /** The same risks, each with the setting that brings it. */
  default ImmutableList<JudgedRisk> judgedRisks() {
    return switch (this) {
      case Update update -> judged(update.fields());
      case Create create -> judged(create.risks());
      case Delete delete -> judged(delete.risks());
      case Resume resume -> judged(resume.risks());
      case Pause _, Manual _ -> ImmutableList.of();
    };
  }

  private static ImmutableList<JudgedRisk> judged(List<FieldChange<?>> fields) {
    return fields.stream()
        .flatMap(field ->
            field.risks().stream().map(finding -> new JudgedRisk(field.setting(), finding)))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<JudgedRisk> judged(ImmutableList<RiskFinding> findings) {
    return findings.stream()
        .map(finding -> new JudgedRisk(null, finding))
        .collect(ImmutableList.toImmutableList());
  }

  /** Why it cannot be carried out as declared; null where it can. */
  default @Nullable String blockedBy() {
    return switch (this) {
      case Update update -> update.blocked();
      case Create create -> create.blocked();
      case Delete _, Pause _, Resume _, Manual _ -> null;
    };
  }
}
