package io.cloudsyncctl.config.yaml;

import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Severity;

/** What can be wrong with the files of a desired state; {@code docs/errors.md} lists them all. */
public enum ConfigCode {
  FILE_NOT_FOUND(
      DiagnosticCode.FILE_NOT_FOUND,
      "A file or folder that was named is not there.",
      "check the path"),
  NO_FILES(
      DiagnosticCode.NO_FILES,
      "A folder holds no file that ends in .yaml or .yml, or none of ours.",
      "name the folder that holds the files"),
  NOT_A_DECLARATION(
      DiagnosticCode.NOT_A_DECLARATION,
      Severity.NOTE,
      "A file that was found in a folder has none of the keys of a declaration: it is somebody"
          + " else's, such as a pipeline, and is left out.",
      "nothing; name the file itself to have it checked"),
  UNREADABLE_FILE(
      DiagnosticCode.UNREADABLE_FILE,
      "A file is there but cannot be read, or holds no text.",
      "check its permissions"),
  FILE_TOO_LARGE(
      DiagnosticCode.FILE_TOO_LARGE,
      "A file is larger than 4 MiB.",
      "split it: one file for each NAS"),
  BYTE_ORDER_MARK(
      DiagnosticCode.BYTE_ORDER_MARK,
      "A file starts with a byte order mark.",
      "save it as UTF-8 without BOM"),
  NOT_UTF_8(DiagnosticCode.NOT_UTF_8, "A file is not UTF-8 text.", "save it in the encoding UTF-8"),
  EMPTY_FILE(
      DiagnosticCode.EMPTY_FILE,
      "A file holds nothing but comments.",
      "start with version: 1 and a nas block"),
  TAB(DiagnosticCode.TAB, "A tab stands where YAML wants spaces.", "indent with spaces"),
  SEVERAL_DOCUMENTS(
      DiagnosticCode.SEVERAL_DOCUMENTS,
      "A file holds several YAML documents.",
      "keep one document in a file: split at ---"),
  UNCLOSED_QUOTE(
      DiagnosticCode.UNCLOSED_QUOTE, "A quote opens and never closes.", "add the closing quote"),
  UNQUOTED_SUBSTITUTION(
      DiagnosticCode.UNQUOTED_SUBSTITUTION,
      "A ${…} stands inside braces or brackets without quotes, where YAML reads its brace as a"
          + " mapping.",
      "put the whole value in double quotes"),
  YAML_SYNTAX(
      DiagnosticCode.YAML_SYNTAX, "A file is not valid YAML.", "see the hint of the message"),
  DUPLICATE_KEY(
      DiagnosticCode.DUPLICATE_KEY, "A key stands twice in one mapping.", "remove one of the two"),
  YAML_TAG(
      DiagnosticCode.YAML_TAG,
      "A value bears a tag such as !!binary, which has no meaning here.",
      "remove the tag"),
  UNDEFINED_ALIAS(
      DiagnosticCode.UNDEFINED_ALIAS,
      "An alias (*name) stands before its anchor, or has none.",
      "define &name first"),
  ANCHOR_EXPANSION(
      DiagnosticCode.ANCHOR_EXPANSION,
      "Anchors contain themselves, or expand to more than a million values.",
      "use fewer aliases inside anchors"),
  NESTED_TOO_DEEP(
      DiagnosticCode.NESTED_TOO_DEEP,
      "A file is nested deeper than any setting is.",
      "check its braces"),
  UNSUPPORTED_KEY(
      DiagnosticCode.UNSUPPORTED_KEY,
      "A key is a list or a mapping.",
      "write a plain word as the key"),

  EXTENDS_NOT_FOUND(
      DiagnosticCode.EXTENDS_NOT_FOUND,
      "A file that extends names is not there.",
      "paths start at the file's folder"),
  EXTENDS_CYCLE(
      DiagnosticCode.EXTENDS_CYCLE,
      "Files extend each other in a circle.",
      "remove one of the entries"),
  EXTENDS_OUTSIDE(
      DiagnosticCode.EXTENDS_OUTSIDE,
      "A file that extends names lies outside the repository, which is the nearest folder with"
          + " .git, else the file's own folder and the folders named by the user.",
      "move it inside, or name the folder that holds both"),
  AMBIGUOUS_MERGE(
      DiagnosticCode.AMBIGUOUS_MERGE,
      "A connection could be merged with several of one name in an extended file.",
      "give account or provider"),
  BAD_SUBSTITUTION(
      DiagnosticCode.BAD_SUBSTITUTION,
      "A ${…} is not one of ${env:NAME}, ${env:NAME:-default}, ${file:PATH} and ${var:NAME}.",
      "correct it, or write $${ for a literal ${"),
  UNDEFINED_VARIABLE(
      DiagnosticCode.UNDEFINED_VARIABLE,
      "A ${…} names a variable or file that is not there.",
      "define it, or give a default: ${env:NAME:-default}"),
  SECRET_SHOWN(
      DiagnosticCode.SECRET_SHOWN,
      "A variable or file that fills a secret of a NAS also fills another key, whose value plans"
          + " and reports show.",
      "use another variable or file there"),
  VARIABLE_CYCLE(
      DiagnosticCode.VARIABLE_CYCLE,
      "Variables refer to each other in a circle.",
      "give one of them a plain value"),
  BAD_VARIABLE(
      DiagnosticCode.BAD_VARIABLE,
      "A variable is not a single value, or a file of variables is not a mapping of them.",
      "write NAME: value"),

  UNKNOWN_KEY(
      DiagnosticCode.UNKNOWN_KEY,
      "A key is not part of the language at this place.",
      "see the hint: did you mean …"),
  NOT_SUPPORTED_YET(
      DiagnosticCode.NOT_SUPPORTED_YET,
      "A key of the language that this version cannot use yet.",
      "remove it for the time being"),
  MISSING_KEY(DiagnosticCode.MISSING_KEY, "A key that must be there is missing.", "add it"),
  WRONG_TYPE(
      DiagnosticCode.WRONG_TYPE,
      "A value is of another kind than its key takes: only true and false are booleans, and"
          + " 22:30 or 1_000 are texts.",
      "see the hint: it gives the right spelling"),
  OUT_OF_RANGE(
      DiagnosticCode.OUT_OF_RANGE,
      "A number is too small or too large.",
      "choose one inside the limits"),
  BAD_VALUE(
      DiagnosticCode.BAD_VALUE,
      "A value is of the right kind, but not one that its key takes.",
      "see the hint"),
  CONFLICTING_KEYS(
      DiagnosticCode.CONFLICTING_KEYS,
      "Keys stand side by side of which only one may be there.",
      "keep one of them"),
  BAD_URL(DiagnosticCode.BAD_URL, "The address of a NAS is not usable.", "write https://HOST:5001"),
  EMPTY_CREDENTIAL(
      DiagnosticCode.EMPTY_CREDENTIAL,
      "A user name or password is empty, which would be a refused login: DSM blocks an address"
          + " after a few.",
      "see that the variable or file that it comes from is filled"),
  BAD_PATH(
      DiagnosticCode.BAD_PATH,
      "A path of a task has . or .. in it, or a local path two slashes side by side: one folder"
          + " would have several names, and no guard could tell that two tasks share it.",
      "write the path as DSM shows it"),
  BAD_HOURS(
      DiagnosticCode.BAD_HOURS,
      "The hours of a schedule cannot be read, or do not cover each day exactly once.",
      "write such as mon-fri: 8-18, with others: none for the rest"),
  DUPLICATE_CONNECTION(
      DiagnosticCode.DUPLICATE_CONNECTION,
      "Two connections cannot be told apart, in one file or in two that are about one device.",
      "give both an account, or remove one"),
  DUPLICATE_TASK(
      DiagnosticCode.DUPLICATE_TASK,
      "Two tasks of a connection have one pair of paths.",
      "remove one of the two"),
  DUPLICATE_NAS(
      DiagnosticCode.DUPLICATE_NAS,
      "Two files declare a NAS of one name.",
      "give each NAS a name of its own"),
  DUPLICATE_LOGIN(
      DiagnosticCode.DUPLICATE_LOGIN,
      "Two files are about one device and log in as one user: each would undo what the other sets.",
      "declare in one file what one user manages, or give each file a user of its own"),
  DUPLICATE_PACKAGE(
      DiagnosticCode.DUPLICATE_PACKAGE,
      "Two files are about one device, and both declare its package.",
      "declare the package in one of them; only relink is each user's own"),
  DUPLICATE_RECORD(
      DiagnosticCode.DUPLICATE_RECORD,
      "Two NAS of a run keep their record in one file.",
      "name a file for each, or none: then it lies in the state folder"),
  RENAME_CONFLICT(
      DiagnosticCode.RENAME_CONFLICT,
      "The old name in renamed_from is also declared as a name.",
      "remove renamed_from"),

  OVERLAPPING_PATHS(
      DiagnosticCode.OVERLAPPING_PATHS,
      Severity.WARNING,
      "The folders of two tasks are one, or one holds the other.",
      "make sure that both may write there, or filter one out"),
  OPPOSING_DIRECTIONS(
      DiagnosticCode.OPPOSING_DIRECTIONS,
      Severity.WARNING,
      "One task brings files to a folder from which another sends them away.",
      "check that this relay is meant"),
  EMPTY_SCHEDULE(
      DiagnosticCode.EMPTY_SCHEDULE,
      Severity.WARNING,
      "A schedule is enabled and has no hours: nothing will ever sync.",
      "give it hours, or use paused: true"),
  ACCEPTED_FOR_NOTHING(
      DiagnosticCode.ACCEPTED_FOR_NOTHING,
      Severity.WARNING,
      "An entry of accept_risk accepts a class that nobody has to accept.",
      "remove it; only disconnect, data-loss and not-at-rest need an acceptance"),
  NO_EFFECT(
      DiagnosticCode.NO_EFFECT,
      Severity.WARNING,
      "A setting does nothing for this provider.",
      "remove it"),
  UNVERIFIED_TLS(
      DiagnosticCode.UNVERIFIED_TLS,
      Severity.WARNING,
      "The server's certificate is not verified: anybody in between can read the password.",
      "use ca_file or pin_sha256"),
  LITERAL_PASSWORD(
      DiagnosticCode.LITERAL_PASSWORD,
      Severity.WARNING,
      "A password stands in a file.",
      "use ${env:NAME} or password_file");

  private final DiagnosticCode code;
  private final Severity severity;
  private final String meaning;
  private final String remedy;

  ConfigCode(DiagnosticCode code, String meaning, String remedy) {
    this(code, Severity.ERROR, meaning, remedy);
  }

  ConfigCode(DiagnosticCode code, Severity severity, String meaning, String remedy) {
    this.code = code;
    this.severity = severity;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  public DiagnosticCode code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  /** What it means, for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** What to do, for the documentation. */
  public String remedy() {
    return remedy;
  }
}
