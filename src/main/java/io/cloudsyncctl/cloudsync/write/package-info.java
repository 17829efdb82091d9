/** The setters and actions of Cloud Sync. */
@NullMarked
package io.cloudsyncctl.cloudsync.write;

import org.jspecify.annotations.NullMarked;
