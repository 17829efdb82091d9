@NullMarked
package io.cloudsyncctl.apply.leftover;

import org.jspecify.annotations.NullMarked;
