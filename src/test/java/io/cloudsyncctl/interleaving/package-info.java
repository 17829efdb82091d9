/** Applies of several machines, kills and a person's deeds on one NAS, in any order. */
@NullMarked
package io.cloudsyncctl.interleaving;

import org.jspecify.annotations.NullMarked;
