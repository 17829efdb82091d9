/** Live states to YAML. */
@NullMarked
package io.cloudsyncctl.config.export;

import org.jspecify.annotations.NullMarked;
