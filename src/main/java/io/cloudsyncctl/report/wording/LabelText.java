package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Addresses, places and times as every report for people writes them. */
public final class LabelText {
  private static final int LONGEST_ADDRESS = 400;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LabelText() {}

  /** An address as a person copies it. */
  public static String address(Address address) {
    return Escaper.escape(address.text(), LONGEST_ADDRESS);
  }

  /** Where something is declared, without the column, which helps nobody who reads a plan. */
  public static String place(Location.InFile at) {
    return Escaper.escape(at.file()) + ":" + at.line();
  }

  /** An instant to the minute, in UTC. */
  public static String time(Instant instant) {
    return MINUTE.format(instant);
  }
}
