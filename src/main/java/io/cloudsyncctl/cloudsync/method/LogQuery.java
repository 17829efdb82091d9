package io.cloudsyncctl.cloudsync.method;

/**
 * Which page of a log, with the document's defaults (the API document, get_connection_logs).
 *
 * @param offset how many entries to leave out, newest first
 * @param limit how many to answer, 1 … 200
 * @param keyword a filter; empty for all
 * @param dateFrom seconds since 1970; 0 for no limit
 * @param dateTo likewise
 * @param logLevel −1 all, 0 information, 1 warning, 2 error
 * @param action −1 all, 0 delete remote, 1 download, 2 upload, 3 delete local, 4 rename remote, 8
 *     merge, 9 merge deletion
 */
public record LogQuery(
    long offset,
    long limit,
    String keyword,
    long dateFrom,
    long dateTo,
    long logLevel,
    long action) {
  /** The most entries that one page holds. */
  public static final int MAX_LIMIT = 200;

  /** The newest 200 entries of every kind. */
  public static final LogQuery NEWEST = new LogQuery(0, MAX_LIMIT, "", 0, 0, -1, -1);

  public LogQuery {
    if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page of a log holds 1 to 200 entries from 0 on");
    }
  }

  /** The same query for another page. */
  public LogQuery page(long newOffset, long newLimit) {
    return new LogQuery(newOffset, newLimit, keyword, dateFrom, dateTo, logLevel, action);
  }
}
