/** Reads a NAS as a whole or one thing of it; cannot write. */
@NullMarked
package io.cloudsyncctl.cloudsync.read;

import org.jspecify.annotations.NullMarked;
