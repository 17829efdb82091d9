/** What connections and tasks say of being at rest. */
@NullMarked
package io.cloudsyncctl.apply.rest;

import org.jspecify.annotations.NullMarked;
