/** The report for people, as one HTML file. */
@NullMarked
package io.cloudsyncctl.report.html;

import org.jspecify.annotations.NullMarked;
