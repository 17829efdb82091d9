/** The 22 documented methods of Cloud Sync, typed, and the reader of a whole NAS. */
@NullMarked
package io.cloudsyncctl.cloudsync;

import org.jspecify.annotations.NullMarked;
