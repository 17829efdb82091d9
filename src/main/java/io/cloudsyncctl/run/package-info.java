/** What every run needs: what it is given, whom it tells, how it reaches a NAS, what it keeps. */
@NullMarked
package io.cloudsyncctl.run;

import org.jspecify.annotations.NullMarked;
