/**
 * What differs and how risky it is: pure functions from desired state, live state and record to a
 * plan. No input or output, no clock, no JSON.
 */
@NullMarked
package io.cloudsyncctl.plan;

import org.jspecify.annotations.NullMarked;
