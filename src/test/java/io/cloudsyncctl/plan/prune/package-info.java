/** Removals of what is not declared. */
@NullMarked
package io.cloudsyncctl.plan.prune;

import org.jspecify.annotations.NullMarked;
