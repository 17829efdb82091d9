package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier report tells of one NAS that it could read.
 *
 * @param at when that run began
 * @param keys of every difference, see {@link Difference.Key#text}
 * @param looked what of this NAS was compared, see {@link #part}; a report says nothing of all else
 * @param undeclared whether what nobody declared counted; else the report says nothing of that
 * @param mended whether the run went on to make the NAS as declared, so that none was left
 */
public record EarlierReport(
    String nas,
    Instant at,
    ImmutableSet<String> keys,
    ImmutableSet<String> looked,
    boolean undeclared,
    boolean mended) {

  /** One part of a connection or task, or of the package, whatever account is told of it. */
  public static String part(
      @Nullable String connection, @Nullable TaskPaths task, ManagedAspect.Aspect aspect) {
    TaskPaths paths = task == null ? null : task.normalized();
    return Stream.of(
            connection, paths == null ? null : paths.local(), paths == null ? null : paths.cloud())
        .map(name -> name == null ? "-" : name.length() + ":" + name)
        .collect(Collectors.joining(" ", "", " " + aspect.word()));
  }

  /** Whether this report would have a difference if it had been there. */
  boolean tellsOf(Difference difference) {
    Address address = difference.address();
    return difference instanceof Difference.Undeclared
        ? undeclared
        : looked.contains(part(address.connection(), address.task(), Inventory.aspect(difference)))
            && !hides(address)
            && !hides(address.withoutTask());
  }

  /** Whether it was not there or not to be seen, so that nothing of it was compared. */
  private boolean hides(Address address) {
    return keys.contains(address.text() + "#readable")
        || keys.contains(address.text() + "#present");
  }
}
