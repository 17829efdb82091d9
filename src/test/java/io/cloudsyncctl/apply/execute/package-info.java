@NullMarked
package io.cloudsyncctl.apply.execute;

import org.jspecify.annotations.NullMarked;
