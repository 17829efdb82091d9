/** A simulated NAS: started, seen, stopped. */
@NullMarked
package io.cloudsyncctl.simulator;

import org.jspecify.annotations.NullMarked;
