package io.cloudsyncctl.report.prometheus;

import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A run as metrics in Prometheus' text format, for the textfile collector of node_exporter. What is
 * not known is left out rather than 0: a NAS that was not read has no number of differences.
 */
public final class PrometheusReportRenderer implements ReportRenderer {
  private final String earlier;

  /**
   * A renderer.
   *
   * @param earlier the report that is replaced, which knows the last successes; may be empty
   */
  public PrometheusReportRenderer(String earlier) {
    this.earlier = earlier;
  }

  @Override
  public String render(RunReport report) {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    all.metricSnapshot(build(report));
    new RunGauges(report).addTo(all);
    new NasGauges(report.nas()).addTo(all);
    Successes successes = Successes.readFrom(earlier).after(report);
    Gauge ofCommand =
        new Gauge(
            Successes.OF_COMMAND, "When a run of this command last came to its end and succeeded.");
    successes.byCommand().forEach((command, time) -> ofCommand.put(time, "command", command));
    Gauge ofNas =
        new Gauge(Successes.OF_NAS, "When a NAS was last read, and changed where that was asked.");
    successes.byNas().forEach((nas, time) -> ofNas.put(time, "nas", nas));
    ofCommand.addTo(all);
    ofNas.addTo(all);
    return text(all.build());
  }

  private static InfoSnapshot build(RunReport report) {
    return InfoSnapshot.builder()
        .name("cloudsyncctl_build")
        .help("The program that wrote this.")
        .dataPoint(
            InfoDataPointSnapshot.builder()
                .labels(Labels.of("version", Escaper.escape(report.facts().toolVersion())))
                .build())
        .build();
  }

  /** The name of a NAS as a label: never cut, since two may not become one. */
  static String label(NasReport nas) {
    return Escaper.escape(nas.nas());
  }

  /** The command as people type it. */
  static String command(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(MetricSnapshots metrics) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(bytes, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be written", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
