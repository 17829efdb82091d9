package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.Declared;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveState;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which declared connection each change belongs to, by the connection's id on the NAS: names may
 * have changed since a change was written down, and two connections may bear one.
 *
 * <p>Where nobody can say whose it is, consent and protection differ: none counts as consenting,
 * and all that it might be count as protecting.
 */
public final class Ownership {
  private final ImmutableList<ConnectionMatch> matches;

  private Ownership(ImmutableList<ConnectionMatch> matches) {
    this.matches = matches;
  }

  /** What is declared of a NAS that was read. */
  static Ownership of(DesiredState desired, LiveState live) {
    // An undo is judged although a name is in doubt; such a connection just has no owner.
    return new Ownership(ConnectionMatcher.match(desired.connections(), live, new ArrayList<>()));
  }

  /** The one declared connection that a change certainly belongs to. */
  Optional<DesiredConnection> certain(Change change) {
    Long id = connectionId(change);
    return id == null ? Optional.empty() : owner(id);
  }

  /** Every declared connection that a change may belong to. */
  Stream<DesiredConnection> possible(Change change) {
    return possible(connectionId(change), change.address());
  }

  /** Every declared connection that one of the NAS may be. */
  Stream<DesiredConnection> possible(@Nullable Long id, Address address) {
    Optional<DesiredConnection> owner = id == null ? Optional.empty() : owner(id);
    return owner.isPresent() ? owner.stream() : unmatched().filter(one -> mayBe(one, address));
  }

  private Optional<DesiredConnection> owner(long id) {
    return matches.stream()
        .filter(match -> match.live() != null && match.live().id() == id)
        .map(ConnectionMatch::desired)
        .findFirst();
  }

  private Stream<DesiredConnection> unmatched() {
    return matches.stream().filter(match -> match.live() == null).map(ConnectionMatch::desired);
  }

  private static boolean mayBe(DesiredConnection one, Address address) {
    boolean named =
        one.name().value().equals(address.connection())
            || (one.renamedFrom() != null
                && one.renamedFrom().value().equals(address.connection()));
    return named
        && agrees(one.account(), address.account())
        && agrees(one.provider(), address.provider());
  }

  private static boolean agrees(@Nullable Declared<String> declared, @Nullable String told) {
    return declared == null || told == null || declared.value().equals(told);
  }

  private static @Nullable Long connectionId(Change change) {
    return switch (change) {
      case Change.Update update -> connectionId(update.target());
      case Change.Delete delete -> connectionId(delete.target());
      case Change.Create create -> create.connection().id();
      case Change.Pause pause -> pause.connection().id();
      case Change.Resume resume -> resume.connection().id();
      case Change.Manual _ -> null;
    };
  }

  private static @Nullable Long connectionId(Target target) {
    return switch (target) {
      case Target.OfPackage _ -> null;
      case Target.OfConnection connection -> connection.id();
      case Target.OfTask task -> task.connection().id();
    };
  }
}
