package io.cloudsyncctl.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a change is about, as people write it: {@code office/package}, {@code office/Dropbox} or
 * {@code office/Dropbox/share/folder:/cloud/folder}.
 *
 * @param nas the name of the NAS
 * @param connection the connection's name; null for the package
 * @param account told only where two connections bear one name
 * @param task the task's paths; null for the connection itself
 */
public record Address(
    String nas, @Nullable String connection, @Nullable String account, @Nullable TaskPaths task)
    implements Comparable<Address> {

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::nas)
          .thenComparing(Address::connection, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Address::account, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(a -> a.task == null ? "" : a.task.local())
          .thenComparing(a -> a.task == null ? "" : a.task.cloud());

  public static Address ofPackage(String nas) {
    return new Address(nas, null, null, null);
  }

  public static Address ofConnection(String nas, String connection, @Nullable String account) {
    return new Address(nas, connection, account, null);
  }

  /** The address of one of this connection's tasks. */
  public Address task(TaskPaths paths) {
    return new Address(nas, connection, account, paths);
  }

  /** Whether another address is this one, or that of a task of this connection. */
  public boolean holds(Address other) {
    return equals(other) || (task == null && equals(ofConnection(other)));
  }

  private static Address ofConnection(Address address) {
    return new Address(address.nas(), address.connection(), address.account(), null);
  }

  /** The unescaped text; a connection name that would be misread stands in double quotes. */
  public String text() {
    if (connection == null) {
      return nas + "/package";
    }
    StringBuilder text = new StringBuilder(nas).append('/').append(quoted(connection));
    if (account != null) {
      text.append('(').append(account).append(')');
    }
    if (task != null) {
      String local = task.local();
      text.append(local.startsWith("/") ? "" : "/").append(local).append(':').append(task.cloud());
    }
    return text.toString();
  }

  private static String quoted(String name) {
    boolean plain =
        !name.isEmpty()
            && !name.equals("package")
            && name.chars().noneMatch(c -> c == '/' || c == '"' || c == '(' || c == '#');
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }
}
