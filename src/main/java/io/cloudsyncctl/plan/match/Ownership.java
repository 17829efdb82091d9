package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which declared connection each change belongs to, by the connection's id on the NAS: names may
 * have changed since a change was written down, and two connections may bear one.
 *
 * <p>Where nobody can say whose it is, consent and protection differ: none counts as consenting,
 * and all that it might be count as protecting. A declared connection that is not found might be
 * any that nobody declares, unless provider or account say otherwise: it may have been renamed.
 */
public final class Ownership {
  private final ImmutableList<ConnectionMatch> matches;
  private final ImmutableList<LiveConnection> live;

  private Ownership(ImmutableList<ConnectionMatch> matches, LiveState live) {
    this.matches = matches;
    this.live = live.connections();
  }

  /** What is declared of a NAS that was read, in whatever file of the run. */
  public static Ownership of(DesiredState desired, LiveState live) {
    // An undo is judged although a name is in doubt; such a connection just has no owner.
    return new Ownership(
        ConnectionMatcher.match(Elsewhere.all(desired), live, new ArrayList<>()), live);
  }

  /** The one declared connection that a change certainly belongs to. */
  public Optional<DesiredConnection> certain(Change change) {
    Long id = connectionId(change);
    return id == null ? Optional.empty() : owner(id);
  }

  /** Every declared connection that one of the NAS may be. */
  public Stream<DesiredConnection> possible(@Nullable Long id, Address address) {
    Optional<DesiredConnection> owner = id == null ? Optional.empty() : owner(id);
    return owner.isPresent()
        ? owner.stream()
        : unmatched().filter(one -> mayBe(one, address) || mayBe(one, id));
  }

  /** Whether a declared connection is the one of the NAS, by its id or at least by its name. */
  public boolean owns(DesiredConnection one, @Nullable Long id, Address address) {
    return (id != null && owner(id).filter(one::equals).isPresent()) || mayBe(one, address);
  }

  /** Whether a declared connection that is not found may be one that nobody declares. */
  private boolean mayBe(DesiredConnection one, @Nullable Long id) {
    return id != null
        && live.stream()
            .filter(connection -> connection.id() == id)
            .anyMatch(connection ->
                agrees(one.provider(), known(connection.type()))
                    && agrees(one.account(), known(connection.account())));
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The one declared connection that one of the NAS certainly is. */
  public Optional<DesiredConnection> owner(long id) {
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

  /** The id of the connection that a change is of; null where it is of none, or made by hand. */
  public static @Nullable Long connectionId(Change change) {
    return switch (change) {
      case Change.Update update -> id(update.target());
      case Change.Delete delete -> id(delete.target());
      case Change.Create create -> create.connection().id();
      case Change.Pause pause -> pause.connection().id();
      case Change.Resume resume -> resume.connection().id();
      case Change.Manual _ -> null;
    };
  }

  private static @Nullable Long id(Target target) {
    return target.concernedConnection().map(Target.OfConnection::id).orElse(null);
  }
}
