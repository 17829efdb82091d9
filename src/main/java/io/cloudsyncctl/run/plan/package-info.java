/** Reads the NAS of a run and plans them together. */
@NullMarked
package io.cloudsyncctl.run.plan;

import org.jspecify.annotations.NullMarked;
