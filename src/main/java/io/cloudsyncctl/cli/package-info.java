/** The program: its entry and its commands put together. */
@NullMarked
package io.cloudsyncctl.cli;

import org.jspecify.annotations.NullMarked;
