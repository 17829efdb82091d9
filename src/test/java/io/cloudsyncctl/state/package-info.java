/** Files that runs leave. */
@NullMarked
package io.cloudsyncctl.state;

import org.jspecify.annotations.NullMarked;
