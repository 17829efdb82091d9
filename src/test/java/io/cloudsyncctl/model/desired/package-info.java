@NullMarked
package io.cloudsyncctl.model.desired;

import org.jspecify.annotations.NullMarked;
