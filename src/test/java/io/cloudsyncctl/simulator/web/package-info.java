@NullMarked
package io.cloudsyncctl.simulator.web;

import org.jspecify.annotations.NullMarked;
