package io.cloudsyncctl.model.setting;

/**
 * Which of the 168 hours of a week are on, in the NAS's local time.
 *
 * @param bits 168 characters {@code 0} or {@code 1}: Sunday 00h … Saturday 23h, as on the wire
 *     ({@code schedule_info}; the API document, set_connection_schedule)
 */
public record WeekHours(String bits) {
  public static final int DAYS = 7;
  public static final int HOURS = 24;
  public static final WeekHours ALL = new WeekHours("1".repeat(DAYS * HOURS));
  public static final WeekHours NONE = new WeekHours("0".repeat(DAYS * HOURS));

  public WeekHours {
    if (!isValid(bits)) {
      throw new IllegalArgumentException("a week has 168 hours, each 0 or 1");
    }
  }

  /** Whether a text is 168 times {@code 0} or {@code 1}. */
  public static boolean isValid(String bits) {
    return bits.length() == DAYS * HOURS && bits.chars().allMatch(c -> c == '0' || c == '1');
  }

  /**
   * Whether an hour is on.
   *
   * @param day 0 is Sunday, 6 is Saturday
   * @param hour 0 … 23
   */
  public boolean at(int day, int hour) {
    return bits.charAt(day * HOURS + hour) == '1';
  }

  /** The 24 characters of one day, 0 being Sunday. */
  public String day(int day) {
    return bits.substring(day * HOURS, (day + 1) * HOURS);
  }

  /** How many hours of the week are on. */
  public int hoursOn() {
    return (int) bits.chars().filter(c -> c == '1').count();
  }
}
