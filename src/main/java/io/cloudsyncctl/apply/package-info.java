/** Carrying out a plan: operations as data, their order, and the applier that proves each write. */
@NullMarked
package io.cloudsyncctl.apply;

import org.jspecify.annotations.NullMarked;
