/** All 22 methods of the document, against the simulated NAS or a real one. */
@NullMarked
package io.cloudsyncctl.contract;

import org.jspecify.annotations.NullMarked;
