/** What earlier runs left paused. */
@NullMarked
package io.cloudsyncctl.apply.leftover;

import org.jspecify.annotations.NullMarked;
