/** Tests of watching, on a clock that does not run by itself. */
@NullMarked
package io.cloudsyncctl.watch;

import org.jspecify.annotations.NullMarked;
