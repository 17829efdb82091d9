/** What a simulated NAS holds. */
@NullMarked
package io.cloudsyncctl.simulator.state;

import org.jspecify.annotations.NullMarked;
