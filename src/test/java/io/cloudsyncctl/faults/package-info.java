/** Whole applies in which one call goes wrong, and what the next apply makes of it. */
@NullMarked
package io.cloudsyncctl.faults;

import org.jspecify.annotations.NullMarked;
