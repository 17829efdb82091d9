/** HTTP, sessions, and the APIs that every DSM has. */
@NullMarked
package io.cloudsyncctl.simulator.web;

import org.jspecify.annotations.NullMarked;
