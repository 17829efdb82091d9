package io.cloudsyncctl.finding;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import org.jspecify.annotations.Nullable;

/** One thing of a NAS that is not as declared. A fact: what it means is for others to say. */
public sealed interface Difference {

  /** What it is about. */
  Address address();

  /** Where it is declared; null where nobody declared it. */
  Location.@Nullable InFile at();

  /** The worst that mending it may do. */
  Risk risk();

  /** A setting has another value, or one that nobody can know. */
  record OfSetting(Change.Update change, FieldChange<?> field) implements Difference {
    @Override
    public Address address() {
      return change.address();
    }

    @Override
    public Location.InFile at() {
      return field.at();
    }

    @Override
    public Risk risk() {
      return RiskFinding.worst(field.risks());
    }
  }

  /** Something is declared and not there, or there and declared absent, or paused and not so. */
  record OfWhole(Change change) implements Difference {
    @Override
    public Address address() {
      return change.address();
    }

    @Override
    public Location.InFile at() {
      return change.at();
    }

    @Override
    public Risk risk() {
      return change.worst();
    }
  }

  /** Something declared cannot be seen: neither as declared nor otherwise. */
  record Unseen(Observation.Unreadable observation) implements Difference {
    @Override
    public Address address() {
      return observation.address();
    }

    @Override
    public Location.InFile at() {
      return observation.at();
    }

    @Override
    public Risk risk() {
      return Risk.NONE;
    }
  }

  /** A connection or task that nobody declared. */
  record Undeclared(Address address) implements Difference {
    @Override
    public Location.@Nullable InFile at() {
      return null;
    }

    @Override
    public Risk risk() {
      return Risk.NONE;
    }
  }

  /**
   * What of the address it is: a setting's path such as {@code schedule.hours}, or {@code paused},
   * {@code present}, {@code absent}, {@code readable} or {@code declared}, that which it should be.
   */
  default String aspect() {
    return switch (this) {
      case OfSetting(Change.Update _, FieldChange<?> field) -> field.setting().relativePath();
      case OfWhole(Change change) ->
          switch (change) {
            case Change.Create _, Change.Manual _ -> "present";
            case Change.Delete _ -> "absent";
            case Change.Pause _, Change.Resume _ -> "paused";
            case Change.Update _ -> "settings";
          };
      case Unseen _ -> "readable";
      case Undeclared _ -> "declared";
    };
  }

  /** What stays the same from run to run while it is the same difference. */
  default Key key() {
    return new Key(address(), aspect());
  }

  /** By what a difference is known again, in a later plan or, as text, in a later run. */
  record Key(Address address, String aspect) {

    /** {@code office/Dropbox#settings.max_upload_speed}. */
    public String text() {
      return address.text() + "#" + aspect;
    }
  }
}
