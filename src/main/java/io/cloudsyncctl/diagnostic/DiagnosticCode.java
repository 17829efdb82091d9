package io.cloudsyncctl.diagnostic;

import java.util.Locale;

/**
 * Every code that a diagnostic may bear, by where it shows first: in the files of a desired state,
 * on the command line, from a NAS, and from plan and apply; {@code docs/errors.md} explains each.
 */
public enum DiagnosticCode {
  /** A file or folder that was named is not there. */
  FILE_NOT_FOUND,
  /** No file is named, or a folder holds none of ours. */
  NO_FILES,
  /** A file that was found in a folder is somebody else's. */
  NOT_A_DECLARATION,
  /** A file is there but cannot be read, or holds no text. */
  UNREADABLE_FILE,
  /** A file is larger than is read. */
  FILE_TOO_LARGE,
  /** A file starts with a byte order mark. */
  BYTE_ORDER_MARK,
  /** A file is not UTF-8 text. */
  NOT_UTF_8,
  /** A file holds nothing but comments. */
  EMPTY_FILE,
  /** A tab stands where YAML wants spaces. */
  TAB,
  /** A file holds several YAML documents. */
  SEVERAL_DOCUMENTS,
  /** A quote opens and never closes. */
  UNCLOSED_QUOTE,
  /** A substitution stands inside braces or brackets without quotes. */
  UNQUOTED_SUBSTITUTION,
  /** A file is not valid YAML. */
  YAML_SYNTAX,
  /** A key stands twice in one mapping. */
  DUPLICATE_KEY,
  /** A value bears a tag. */
  YAML_TAG,
  /** An alias has no anchor before it. */
  UNDEFINED_ALIAS,
  /** Anchors contain themselves, or expand to too many values. */
  ANCHOR_EXPANSION,
  /** A file is nested deeper than any setting is. */
  NESTED_TOO_DEEP,
  /** A key is a list or a mapping. */
  UNSUPPORTED_KEY,
  /** A file that {@code extends} names is not there. */
  EXTENDS_NOT_FOUND,
  /** Files extend each other in a circle. */
  EXTENDS_CYCLE,
  /** A file that {@code extends} names lies outside the repository. */
  EXTENDS_OUTSIDE,
  /** A connection could be merged with several of an extended file. */
  AMBIGUOUS_MERGE,
  /** A substitution is none that the language knows. */
  BAD_SUBSTITUTION,
  /** A substitution names a variable or file that is not there. */
  UNDEFINED_VARIABLE,
  /** What fills a secret of a NAS also fills a key that is shown. */
  SECRET_SHOWN,
  /** Variables refer to each other in a circle. */
  VARIABLE_CYCLE,
  /** A variable is not a single value. */
  BAD_VARIABLE,
  /** A key is not part of the language at its place. */
  UNKNOWN_KEY,
  /** A key of the language cannot be used yet. */
  NOT_SUPPORTED_YET,
  /** A key that must be there is missing. */
  MISSING_KEY,
  /** A value is of another kind than its key takes. */
  WRONG_TYPE,
  /** A number is too small or too large. */
  OUT_OF_RANGE,
  /** A value is of the right kind, but not one that its key takes. */
  BAD_VALUE,
  /** Keys stand side by side of which only one may be there. */
  CONFLICTING_KEYS,
  /** The address of a NAS is not usable. */
  BAD_URL,
  /** A user name or password is empty. */
  EMPTY_CREDENTIAL,
  /** A path of a task is not the plain path of a folder. */
  BAD_PATH,
  /** The hours of a schedule cannot be read, or are not complete. */
  BAD_HOURS,
  /** Two connections cannot be told apart. */
  DUPLICATE_CONNECTION,
  /** Two tasks of a connection have one pair of paths. */
  DUPLICATE_TASK,
  /** Two files declare a NAS of one name. */
  DUPLICATE_NAS,
  /** Two files are about one device and log in as one user. */
  DUPLICATE_LOGIN,
  /** Two files declare the package of one device. */
  DUPLICATE_PACKAGE,
  /** Two NAS of a run keep their record in one file. */
  DUPLICATE_RECORD,
  /** Both the old and the new name of a connection are in use. */
  RENAME_CONFLICT,
  /** The folders of two tasks are one, or one holds the other. */
  OVERLAPPING_PATHS,
  /** One task brings files to a folder from which another sends them. */
  OPPOSING_DIRECTIONS,
  /** A schedule is enabled and has no hours. */
  EMPTY_SCHEDULE,
  /** An entry of {@code accept_risk} accepts what nobody has to accept. */
  ACCEPTED_FOR_NOTHING,
  /** A setting does nothing for the provider. */
  NO_EFFECT,
  /** The server's certificate is not verified. */
  UNVERIFIED_TLS,
  /** A password stands in a file. */
  LITERAL_PASSWORD,

  /** An option, a command or its value is none, or options do not go together. */
  BAD_USAGE,
  /** Nothing names a NAS. */
  NO_NAS,
  /** Files and {@code --url} name a NAS twice. */
  FILES_AND_URL,
  /** {@code --url} is plain http to another machine. */
  HTTP_REFUSED,
  /** There is no user name or no password, or it is empty. */
  CREDENTIALS_MISSING,
  /** Several NAS do not fit on standard output. */
  OUTPUT_NEEDED,
  /** The output file is there already. */
  FILE_EXISTS,
  /** There is no terminal to ask on. */
  CONSENT_NEEDED,
  /** An output file cannot be written. */
  CANNOT_WRITE,
  /** A port cannot be used. */
  CANNOT_LISTEN,
  /** A report would replace another one or a file that is read. */
  REPORTS_COLLIDE,
  /** A report cannot be written. */
  REPORT_NOT_WRITTEN,
  /** A defect of this program. */
  INTERNAL_ERROR,
  /** Not every NAS of the run has a plan, so none was saved. */
  PLAN_NOT_SAVED,
  /** A saved plan was edited, is of another version or of another NAS. */
  PLAN_FILE_UNUSABLE,
  /** What a saved plan was made from is no longer declared so. */
  PLAN_STALE,
  /** No journal bears that run id. */
  RUN_NOT_FOUND,
  /** A file is neither a saved plan nor a journal. */
  NOT_A_RUN,
  /** Several NAS have a run of that id. */
  RUN_AMBIGUOUS,
  /** A connection to be settled is none that the run has left paused. */
  NOT_LEFT_PAUSED,
  /** What is to be settled names several connections at once. */
  SEVERAL_LEFT_PAUSED,
  /** A run that is to be undone was on another NAS. */
  OTHER_NAS,
  /** A journal was edited or damaged, is of another version or is none. */
  JOURNAL_UNREADABLE,
  /** A record was damaged or is of another version. */
  RECORD_UNREADABLE,
  /** A state file is not there or not usable. */
  STATE_UNREADABLE,
  /** The script of a simulated NAS is not usable. */
  SCRIPT_UNUSABLE,
  /** Git does not have the revision of the baseline. */
  BASELINE_NOT_FOUND,
  /** A file is in no Git repository, or in another than the first one. */
  BASELINE_NOT_IN_GIT,
  /** The revision of the baseline does not have a file. */
  BASELINE_WITHOUT_FILE,
  /** The files of the revision are wrong, or not all of them are there. */
  BASELINE_UNUSABLE,
  /** That the NAS is as declared could not be noted in the record. */
  BASELINE_NOT_KEPT,
  /** The folder of {@code --since} is not there. */
  NO_EARLIER_REPORTS,
  /** A file in the folder of {@code --since} is no report that can be used. */
  REPORT_SKIPPED,
  /** An entry of the ignore file has run out. */
  IGNORE_EXPIRED,
  /** An entry of the ignore file means nothing that differs. */
  IGNORE_UNUSED,
  /** The file of authorities holds no usable certificate. */
  CA_FILE_UNUSABLE,

  /** The host name of the NAS is not known. */
  NAS_UNKNOWN_HOST,
  /** Nothing listens at the address and port of the NAS. */
  NAS_CONNECTION_REFUSED,
  /** The connection ended before the answer was complete. */
  NAS_CONNECTION_LOST,
  /** No connection, or no complete answer, came in time. */
  NAS_TIMEOUT,
  /** There is no TLS at that port, or none that both sides know. */
  NAS_TLS_FAILED,
  /** The certificate of the NAS is not trusted here. */
  NAS_NOT_TRUSTED,
  /** DSM refused the login. */
  LOGIN_REFUSED,
  /** DSM refused a call, or this login can no longer read what the work hangs on. */
  API_REFUSED,
  /** The answer is not what the API promises. */
  BAD_ANSWER,
  /** The work was interrupted while a call was under way. */
  INTERRUPTED,

  /** Several connections of the NAS could be meant. */
  AMBIGUOUS_CONNECTION,
  /** The NAS has several tasks of one pair of paths. */
  AMBIGUOUS_TASK,
  /** The connection of that name is of another provider. */
  PROVIDER_MISMATCH,
  /** The connection of that name is of another account. */
  ACCOUNT_MISMATCH,
  /** A change may delete files or removes something, and nobody accepted that. */
  RISK_NOT_ACCEPTED,
  /** More would be removed than is allowed. */
  TOO_MANY_REMOVALS,
  /** What is under {@code protect: true} would be put at risk. */
  PROTECTED,
  /** A change cannot be written as it is declared. */
  BLOCKED_CHANGE,
  /** The connection of a new task is none whose tasks the API can create. */
  NOT_AMAZON_S3,
  /** The NAS is no longer what the plan was made from, or what a run left. */
  NAS_MOVED,
  /** A connection does not rest, so nothing that may delete files is written to it. */
  NOT_AT_REST,
  /** A connection says that it is paused, and one of its tasks that it works. */
  BUSY_WHILE_PAUSED,
  /** The plan was made while this login could not read all that it can read now. */
  PLAN_INCOMPLETE,
  /** The record of the NAS would replace that of another one. */
  RECORD_OF_ANOTHER_NAS,
  /** Another apply or undo of the NAS is under way. */
  NAS_LOCKED,
  /** The NAS does not take a new task as it is declared. */
  TASK_REFUSED,
  /** The NAS lists more than one new task after one was created. */
  NEW_TASK_UNCERTAIN,
  /** The NAS keeps the paths of a new task in another form. */
  PATH_NOT_KEPT,
  /** The NAS took a write but reads back something else. */
  NOT_CONVERGED,
  /** The record cannot be written. */
  RECORD_UNWRITABLE,
  /** A journal, lock or record cannot be written. */
  STATE_UNWRITABLE,
  /** A receiver of notifications was not told. */
  NOT_NOTIFIED,
  /** More files were deleted than is allowed while the run was watched. */
  TRIPWIRE,
  /** Nothing was changed, since a NAS before did not pass its watch. */
  RUN_STOPPED,
  /** A log shows fewer entries than there were. */
  LOG_NOT_FOLLOWED,
  /** A connection no longer syncs, syncs again, or is no longer there. */
  CONNECTION_STATUS,
  /** Something that the run did not set has changed meanwhile. */
  UNDECLARED_CHANGE,
  /** A connection was paused for the work, or was resumed, and stays paused. */
  LEFT_PAUSED,
  /** A connection that was suspended rested for the work, and is not any more. */
  NO_LONGER_SUSPENDED,
  /** An earlier run of the NAS did not end. */
  RUN_UNFINISHED,
  /** An earlier version kept a state that may be of another NAS. */
  STATE_WITHOUT_PATH,
  /** What an earlier run left is dealt with, but counts as unfinished. */
  RUN_NOT_SETTLED,
  /** What showed only once {@code admin_mode} was on was not approved. */
  NOT_APPROVED;

  /** The stable kebab-case text that users and reports see. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
