/** The commands as people run them, in this process, against simulated NAS over real HTTP. */
@NullMarked
package io.cloudsyncctl.cli;

import org.jspecify.annotations.NullMarked;
