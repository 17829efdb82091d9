/** A run as metrics in Prometheus' text format. */
@NullMarked
package io.cloudsyncctl.report.prometheus;

import org.jspecify.annotations.NullMarked;
