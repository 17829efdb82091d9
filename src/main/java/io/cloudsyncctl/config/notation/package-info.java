/** How people write times, sizes, hours and quoted texts. */
@NullMarked
package io.cloudsyncctl.config.notation;

import org.jspecify.annotations.NullMarked;
