@NullMarked
package io.cloudsyncctl.architecture;

import org.jspecify.annotations.NullMarked;
