/** What changed on a NAS besides what a run set. */
@NullMarked
package io.cloudsyncctl.apply.verify;

import org.jspecify.annotations.NullMarked;
