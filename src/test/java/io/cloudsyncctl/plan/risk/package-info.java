@NullMarked
package io.cloudsyncctl.plan.risk;

import org.jspecify.annotations.NullMarked;
