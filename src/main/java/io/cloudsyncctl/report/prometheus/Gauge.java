package io.cloudsyncctl.report.prometheus;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** A metric and its values. One without a value is left out. */
final class Gauge {
  private final GaugeSnapshot.Builder snapshot;
  private boolean empty = true;

  Gauge(String name, String help) {
    snapshot = GaugeSnapshot.builder().name(name).help(help);
  }

  /**
   * A value.
   *
   * @param labels names and values in turn
   */
  void put(double value, String... labels) {
    snapshot.dataPoint(
        GaugeDataPointSnapshot.builder().labels(Labels.of(labels)).value(value).build());
    empty = false;
  }

  void addTo(MetricSnapshots.Builder all) {
    if (!empty) {
      all.metricSnapshot(snapshot.build());
    }
  }
}
