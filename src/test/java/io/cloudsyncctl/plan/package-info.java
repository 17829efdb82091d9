/** What a plan is made of, and what decides about it. */
@NullMarked
package io.cloudsyncctl.plan;

import org.jspecify.annotations.NullMarked;
