/**
 * The simulated NAS: a real HTTP server with DSM's protocol and Cloud Sync's rules, written from
 * the API document and the protocol note alone, so that it stays independent evidence.
 */
@NullMarked
package io.cloudsyncctl.simulator;

import org.jspecify.annotations.NullMarked;
