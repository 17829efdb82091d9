/** Plans the way back of a run. */
@NullMarked
package io.cloudsyncctl.apply.undo;

import org.jspecify.annotations.NullMarked;
