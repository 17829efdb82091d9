@NullMarked
package io.cloudsyncctl.config.compose;

import org.jspecify.annotations.NullMarked;
