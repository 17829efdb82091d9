/** Doing the same again and again: when, for which NAS, and how it is with that. */
@NullMarked
package io.cloudsyncctl.watch;

import org.jspecify.annotations.NullMarked;
