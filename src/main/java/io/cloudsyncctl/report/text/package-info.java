/** Plans and results for people at a terminal. */
@NullMarked
package io.cloudsyncctl.report.text;

import org.jspecify.annotations.NullMarked;
