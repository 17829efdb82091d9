@NullMarked
package io.cloudsyncctl.simulator.script;

import org.jspecify.annotations.NullMarked;
