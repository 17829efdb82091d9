package io.cloudsyncctl.notify;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.report.model.RunReport;
import java.util.Optional;

/**
 * What is told to somebody.
 *
 * @param report the run
 * @param news the conditions that are not as they were told before
 */
public record Notification(RunReport report, ImmutableList<News> news) {

  /**
   * One condition that changed.
   *
   * @param was in words, as it was told before; empty where nothing was told yet
   */
  public record News(Condition now, Optional<String> was) {}
}
