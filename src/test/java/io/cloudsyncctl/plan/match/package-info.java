@NullMarked
package io.cloudsyncctl.plan.match;

import org.jspecify.annotations.NullMarked;
