/** Carries out operations: reads anew, writes, reads back. */
@NullMarked
package io.cloudsyncctl.apply.execute;

import org.jspecify.annotations.NullMarked;
