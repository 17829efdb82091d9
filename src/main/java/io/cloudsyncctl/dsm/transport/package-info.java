/** HTTP, and what DSM wraps its answers in. */
@NullMarked
package io.cloudsyncctl.dsm.transport;

import org.jspecify.annotations.NullMarked;
