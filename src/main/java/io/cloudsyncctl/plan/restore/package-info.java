/** The way back to what was before a run. */
@NullMarked
package io.cloudsyncctl.plan.restore;

import org.jspecify.annotations.NullMarked;
