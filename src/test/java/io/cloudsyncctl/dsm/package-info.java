/** How DSM is spoken to, tried on the simulated NAS and on servers that are none. */
@NullMarked
package io.cloudsyncctl.dsm;

import org.jspecify.annotations.NullMarked;
