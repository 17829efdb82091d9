/** What may be applied. */
@NullMarked
package io.cloudsyncctl.plan.policy;

import org.jspecify.annotations.NullMarked;
