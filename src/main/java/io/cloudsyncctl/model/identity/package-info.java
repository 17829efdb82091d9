/** What tells devices, connections and tasks apart, and the addresses that people write. */
@NullMarked
package io.cloudsyncctl.model.identity;

import org.jspecify.annotations.NullMarked;
