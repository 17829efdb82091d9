package io.cloudsyncctl.dsm;

/** What people call the parts of a NAS's address and login where they name it, for hints. */
public enum TargetWords {
  /** In the {@code nas:} block of a YAML file. */
  FILE(
      "nas.url",
      "nas.tls.ca_file",
      "nas.tls.pin_sha256",
      "nas.username and nas.password",
      "nas.session: webui"),
  /** By options. */
  COMMAND_LINE(
      "--url", "--ca-file", "--pin-sha256", "the user name and the password", "--session webui");

  private final String url;
  private final String authorityFile;
  private final String pin;
  private final String login;
  private final String otherSession;

  TargetWords(String url, String authorityFile, String pin, String login, String otherSession) {
    this.url = url;
    this.authorityFile = authorityFile;
    this.pin = pin;
    this.login = login;
    this.otherSession = otherSession;
  }

  /** Where the address of DSM stands. */
  public String url() {
    return url;
  }

  /** Where the file of the authorities stands. */
  public String authorityFile() {
    return authorityFile;
  }

  /** Where the fingerprint of the certificate stands. */
  public String pin() {
    return pin;
  }

  /** What the login consists of. */
  String login() {
    return login;
  }

  /** How another session label is asked for. */
  String otherSession() {
    return otherSession;
  }
}
