/** Tells people, through the webhooks of their chat or of their own, that something has changed. */
@NullMarked
package io.cloudsyncctl.notify;

import org.jspecify.annotations.NullMarked;
