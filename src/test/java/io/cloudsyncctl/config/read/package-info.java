@NullMarked
package io.cloudsyncctl.config.read;

import org.jspecify.annotations.NullMarked;
