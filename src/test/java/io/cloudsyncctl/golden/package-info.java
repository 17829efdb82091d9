/** Whole runs over folders of examples: what is declared, what the NAS holds, what then happens. */
@NullMarked
package io.cloudsyncctl.golden;

import org.jspecify.annotations.NullMarked;
