package io.cloudsyncctl.model.desired;

/** Whether a declared connection or task shall be there ({@code state:}). */
public enum Presence {
  PRESENT,
  ABSENT
}
