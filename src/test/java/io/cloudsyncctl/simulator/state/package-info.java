@NullMarked
package io.cloudsyncctl.simulator.state;

import org.jspecify.annotations.NullMarked;
