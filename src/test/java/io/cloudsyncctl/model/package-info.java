/** The values that everything else speaks of. */
@NullMarked
package io.cloudsyncctl.model;

import org.jspecify.annotations.NullMarked;
