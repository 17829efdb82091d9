@NullMarked
package io.cloudsyncctl.model.identity;

import org.jspecify.annotations.NullMarked;
