/** What is kept of a NAS between runs. */
@NullMarked
package io.cloudsyncctl.model.record;

import org.jspecify.annotations.NullMarked;
