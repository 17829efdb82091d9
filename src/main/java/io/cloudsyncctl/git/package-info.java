/** Git repositories, only read: what a working tree stands at, and files of earlier revisions. */
@NullMarked
package io.cloudsyncctl.git;

import org.jspecify.annotations.NullMarked;
