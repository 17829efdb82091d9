/** The command line: commands, wiring, exit codes; the only place with standard streams. */
@NullMarked
package io.cloudsyncctl.cli;

import org.jspecify.annotations.NullMarked;
