package io.cloudsyncctl.apply.rest;

/** Something that was read in one answer with a look at the rest of its connection. */
public interface RestReading {
  RestLook rest();
}
