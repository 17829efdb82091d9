package io.cloudsyncctl.model.setting;

/** What keeps a connection from resting and may be accepted by name. */
public enum Unrest implements Acceptable {
  /** Its status is {@code error} or {@code suspended}, and a pause does not change that. */
  NOT_AT_REST;

  @Override
  public String word() {
    return "not-at-rest";
  }

  @Override
  public boolean dangerous() {
    return true;
  }
}
