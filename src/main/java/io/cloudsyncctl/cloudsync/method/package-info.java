/** The names and parameters of the methods of Cloud Sync. */
@NullMarked
package io.cloudsyncctl.cloudsync.method;

import org.jspecify.annotations.NullMarked;
