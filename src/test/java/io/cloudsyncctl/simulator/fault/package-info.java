@NullMarked
package io.cloudsyncctl.simulator.fault;

import org.jspecify.annotations.NullMarked;
