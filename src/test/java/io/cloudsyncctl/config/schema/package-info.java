@NullMarked
package io.cloudsyncctl.config.schema;

import org.jspecify.annotations.NullMarked;
