/** The language's JSON Schema, and validation by it. */
@NullMarked
package io.cloudsyncctl.config.schema;

import org.jspecify.annotations.NullMarked;
