/** Compares the NAS of a run with what is declared, and with what was declared earlier. */
@NullMarked
package io.cloudsyncctl.run.drift;

import org.jspecify.annotations.NullMarked;
