package io.cloudsyncctl.diagnostic;

import org.jspecify.annotations.Nullable;

/** Where a {@link Diagnostic} points: into a file that somebody wrote, or at a call to a NAS. */
public sealed interface Location {

  /** The location in the short form that stands in front of a message. */
  String text();

  /**
   * A place in a text file.
   *
   * @param file the file as the user named it, or as it is found from there
   * @param line the line, counted from 1
   * @param column the column in Unicode code points, counted from 1
   */
  record InFile(String file, int line, int column) implements Location {
    @Override
    public String text() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * A call to a NAS.
   *
   * @param nas the name of the NAS in the YAML, or its URL where there is no name
   * @param method the method on the wire, such as {@code get_connection_setting}
   * @param subject what the call was about, such as {@code connection "Dropbox"}
   */
  record OnNas(String nas, @Nullable String method, @Nullable String subject) implements Location {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder(nas);
      if (method != null) {
        text.append(": ").append(method);
      }
      if (subject != null) {
        text.append(method == null ? ": " : " of ").append(subject);
      }
      return text.toString();
    }
  }
}
