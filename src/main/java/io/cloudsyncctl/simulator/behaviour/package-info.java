/**
 * In which ways a simulated NAS is imperfect, and the texts that name them. Each is a possible
 * answer of a real NAS, not a known one.
 */
@NullMarked
package io.cloudsyncctl.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
