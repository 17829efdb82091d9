@NullMarked
package io.cloudsyncctl.plan.diff;

import org.jspecify.annotations.NullMarked;
