/** How Cloud Sync is read and written, tried on the simulated NAS. */
@NullMarked
package io.cloudsyncctl.cloudsync;

import org.jspecify.annotations.NullMarked;
