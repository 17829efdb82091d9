/** Text to nodes that know where they stand. */
@NullMarked
package io.cloudsyncctl.config.yaml;

import org.jspecify.annotations.NullMarked;
