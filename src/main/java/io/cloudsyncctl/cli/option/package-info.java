/** Options that several commands have. */
@NullMarked
package io.cloudsyncctl.cli.option;

import org.jspecify.annotations.NullMarked;
