/** Reports and files that a run writes. */
@NullMarked
package io.cloudsyncctl.cli.output;

import org.jspecify.annotations.NullMarked;
