/** Tests of notifications against a receiver on this machine. */
@NullMarked
package io.cloudsyncctl.notify;

import org.jspecify.annotations.NullMarked;
