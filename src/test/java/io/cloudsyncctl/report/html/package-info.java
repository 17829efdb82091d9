/** Tests of the report for people. */
@NullMarked
package io.cloudsyncctl.report.html;

import org.jspecify.annotations.NullMarked;
