/** What a simulated NAS really is and did, whatever it shows: pure data for tests to judge by. */
@NullMarked
package io.cloudsyncctl.simulator.truth;

import org.jspecify.annotations.NullMarked;
