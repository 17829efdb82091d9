@NullMarked
package io.cloudsyncctl.simulator.method;

import org.jspecify.annotations.NullMarked;
