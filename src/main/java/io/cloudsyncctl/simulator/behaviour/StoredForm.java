package io.cloudsyncctl.simulator.behaviour;

import java.text.Normalizer;
import java.util.Locale;

/** Another form in which a NAS may keep a text than that in which it was written. */
public enum StoredForm {
  LOWER_CASE_PATHS("lower-case-paths"),
  TRAILING_SLASH("trailing-slash"),
  NFD_PATHS("nfd-paths"),
  LOWER_CASE_EXTENSIONS("lower-case-extensions"),
  DOTTED_EXTENSIONS("dotted-extensions"),
  LOWER_CASE_NAMES("lower-case-names"),
  NFD_FILTERS("nfd-filters"),
  NFC_FILTERS("nfc-filters");

  /** What a text is. */
  public enum Of {
    /** The local or the remote path of a task. */
    TASK_PATH,
    /** An entry of {@code filtered_paths}. */
    FILTERED_PATH,
    /** An entry of one of the lists of names. */
    NAME,
    /** An entry of one of the lists of extensions. */
    EXTENSION
  }

  private final String word;

  StoredForm(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The text as it is kept. */
  public String keep(Of what, String text) {
    boolean path = what == Of.TASK_PATH || what == Of.FILTERED_PATH;
    boolean filter = what != Of.TASK_PATH;
    return switch (this) {
      case LOWER_CASE_PATHS -> path ? text.toLowerCase(Locale.ROOT) : text;
      case TRAILING_SLASH -> path && !text.endsWith("/") ? text + "/" : text;
      case NFD_PATHS -> path ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
      case LOWER_CASE_EXTENSIONS -> what == Of.EXTENSION ? text.toLowerCase(Locale.ROOT) : text;
      case DOTTED_EXTENSIONS -> what == Of.EXTENSION && !text.startsWith(".") ? "." + text : text;
      case LOWER_CASE_NAMES -> what == Of.NAME ? text.toLowerCase(Locale.ROOT) : text;
      case NFD_FILTERS -> filter ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
      case NFC_FILTERS -> filter ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    };
  }
}
