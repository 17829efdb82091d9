package io.cloudsyncctl.model.identity;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a change is about, as people write it: {@code office/package}, {@code office/Dropbox} or
 * {@code office/Dropbox/share/folder:/cloud/folder}.
 *
 * @param nas the name of the NAS
 * @param connection the connection's name; null for the package
 * @param account told only where two connections have the same name
 * @param provider told only where name and account are those of two connections
 * @param task the task's paths; null for the connection itself
 */
public record Address(
    String nas,
    @Nullable String connection,
    @Nullable String account,
    @Nullable String provider,
    @Nullable TaskPaths task)
    implements Comparable<Address> {

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::nas)
          .thenComparing(Address::connection, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Address::account, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Address::provider, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(a -> a.task == null ? "" : a.task.local())
          .thenComparing(a -> a.task == null ? "" : a.task.cloud());

  public static Address ofPackage(String nas) {
    return new Address(nas, null, null, null, null);
  }

  public static Address ofConnection(String nas, String connection, @Nullable String account) {
    return new Address(nas, connection, account, null, null);
  }

  /** The address of one of this connection's tasks. */
  public Address task(TaskPaths paths) {
    return new Address(nas, connection, account, provider, paths);
  }

  /** The address of the connection itself. */
  public Address withoutTask() {
    return new Address(nas, connection, account, provider, null);
  }

  /** The same, told apart also by the provider. */
  public Address of(String itsProvider) {
    return new Address(nas, connection, account, itsProvider, task);
  }

  /** Whether another address is this one, or that of a task of this connection. */
  public boolean holds(Address other) {
    return equals(other) || (task == null && equals(other.withoutTask()));
  }

  /** The unescaped text; a connection name that would be misread stands in double quotes. */
  public String text() {
    if (connection == null) {
      return nas + "/package";
    }
    StringBuilder text = new StringBuilder(nas).append('/').append(quoted(connection));
    if (account != null || provider != null) {
      text.append('(')
          .append(account == null ? "" : account)
          .append(account == null || provider == null ? "" : ", ")
          .append(provider == null ? "" : "provider " + provider)
          .append(')');
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
