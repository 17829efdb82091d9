/** Tests of the packaged program: its launcher, runtime and ahead-of-time cache. */
@NullMarked
package io.cloudsyncctl.packaged;

import org.jspecify.annotations.NullMarked;
