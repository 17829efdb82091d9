@NullMarked
package io.cloudsyncctl.cloudsync.read;

import org.jspecify.annotations.NullMarked;
