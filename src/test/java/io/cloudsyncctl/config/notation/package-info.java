@NullMarked
package io.cloudsyncctl.config.notation;

import org.jspecify.annotations.NullMarked;
