/** Puts a file together: what it extends, its defaults, its variables. */
@NullMarked
package io.cloudsyncctl.config.compose;

import org.jspecify.annotations.NullMarked;
