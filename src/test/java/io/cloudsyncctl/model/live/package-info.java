@NullMarked
package io.cloudsyncctl.model.live;

import org.jspecify.annotations.NullMarked;
