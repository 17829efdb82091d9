package io.cloudsyncctl.model;

/** Whether a declared connection or task shall be there ({@code state:}). */
public enum Presence {
  PRESENT,
  ABSENT
}
