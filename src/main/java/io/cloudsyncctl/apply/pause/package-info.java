/** Pauses and resumes connections, and lets dangerous writes through only at rest. */
@NullMarked
package io.cloudsyncctl.apply.pause;

import org.jspecify.annotations.NullMarked;
