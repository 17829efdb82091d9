/** The files that a run leaves, and reading them back with suspicion. */
@NullMarked
package io.cloudsyncctl.state;

import org.jspecify.annotations.NullMarked;
