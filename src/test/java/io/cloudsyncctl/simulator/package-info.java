/** The simulated NAS, asked over real HTTP by nothing but the JDK's client. */
@NullMarked
package io.cloudsyncctl.simulator;

import org.jspecify.annotations.NullMarked;
