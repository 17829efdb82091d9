/** What a run writes down, and what is read from it later. */
@NullMarked
package io.cloudsyncctl.apply.journal;

import org.jspecify.annotations.NullMarked;
