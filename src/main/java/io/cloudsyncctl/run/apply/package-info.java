/** Applies plans to the NAS of a run, or takes a run back. */
@NullMarked
package io.cloudsyncctl.run.apply;

import org.jspecify.annotations.NullMarked;
