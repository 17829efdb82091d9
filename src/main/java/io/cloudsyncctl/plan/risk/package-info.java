/** Risks that only all plans of a run show together. */
@NullMarked
package io.cloudsyncctl.plan.risk;

import org.jspecify.annotations.NullMarked;
