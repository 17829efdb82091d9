@NullMarked
package io.cloudsyncctl.simulator.truth;

import org.jspecify.annotations.NullMarked;
