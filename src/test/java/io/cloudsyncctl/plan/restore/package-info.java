@NullMarked
package io.cloudsyncctl.plan.restore;

import org.jspecify.annotations.NullMarked;
