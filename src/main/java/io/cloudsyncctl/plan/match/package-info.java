/** Which live connection or task each declared one means. */
@NullMarked
package io.cloudsyncctl.plan.match;

import org.jspecify.annotations.NullMarked;
