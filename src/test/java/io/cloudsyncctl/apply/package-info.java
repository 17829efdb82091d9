/** Carrying out plans against simulated NAS, over real HTTP. */
@NullMarked
package io.cloudsyncctl.apply;

import org.jspecify.annotations.NullMarked;
