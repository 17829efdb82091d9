/** What plans rest upon, as facts that can be kept and compared. */
@NullMarked
package io.cloudsyncctl.plan.fact;

import org.jspecify.annotations.NullMarked;
