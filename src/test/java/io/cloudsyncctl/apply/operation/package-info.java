@NullMarked
package io.cloudsyncctl.apply.operation;

import org.jspecify.annotations.NullMarked;
