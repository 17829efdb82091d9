/** What differs between desired and live state. */
@NullMarked
package io.cloudsyncctl.plan.diff;

import org.jspecify.annotations.NullMarked;
