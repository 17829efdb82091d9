/** A run as JUnit test results. */
@NullMarked
package io.cloudsyncctl.report.junit;

import org.jspecify.annotations.NullMarked;
