@NullMarked
package io.cloudsyncctl.apply.observe;

import org.jspecify.annotations.NullMarked;
