/**
 * The device behind the protocol of a simulated NAS: lets it lag, ignore, forget and be used by a
 * person, and writes down what really happens.
 */
@NullMarked
package io.cloudsyncctl.simulator.device;

import org.jspecify.annotations.NullMarked;
