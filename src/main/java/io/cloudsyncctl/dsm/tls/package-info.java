/** Which server certificates are trusted. */
@NullMarked
package io.cloudsyncctl.dsm.tls;

import org.jspecify.annotations.NullMarked;
