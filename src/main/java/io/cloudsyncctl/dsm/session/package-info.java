/** Logins, and calls that are repeated, batched or kept in order. */
@NullMarked
package io.cloudsyncctl.dsm.session;

import org.jspecify.annotations.NullMarked;
