/** What commands do to the NAS of a run. */
@NullMarked
package io.cloudsyncctl.cli.run;

import org.jspecify.annotations.NullMarked;
