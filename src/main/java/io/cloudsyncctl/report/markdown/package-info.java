/** A run as a comment on a code host. */
@NullMarked
package io.cloudsyncctl.report.markdown;

import org.jspecify.annotations.NullMarked;
