@NullMarked
package io.cloudsyncctl.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
