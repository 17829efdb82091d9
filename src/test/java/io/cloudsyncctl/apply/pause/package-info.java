@NullMarked
package io.cloudsyncctl.apply.pause;

import org.jspecify.annotations.NullMarked;
