/** The command line: commands, wiring, exit codes; the only user of the standard streams. */
@NullMarked
package io.cloudsyncctl.cli;

import org.jspecify.annotations.NullMarked;
