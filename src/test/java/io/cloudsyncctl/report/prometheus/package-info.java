@NullMarked
package io.cloudsyncctl.report.prometheus;

import org.jspecify.annotations.NullMarked;
