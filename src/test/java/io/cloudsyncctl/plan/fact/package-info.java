/** What plans rest upon. */
@NullMarked
package io.cloudsyncctl.plan.fact;

import org.jspecify.annotations.NullMarked;
