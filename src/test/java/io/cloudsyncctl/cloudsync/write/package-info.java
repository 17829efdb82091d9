@NullMarked
package io.cloudsyncctl.cloudsync.write;

import org.jspecify.annotations.NullMarked;
