/** Many NAS in one run: each by itself, so that one that fails does not hide the others. */
@NullMarked
package io.cloudsyncctl.fleet;

import org.jspecify.annotations.NullMarked;
