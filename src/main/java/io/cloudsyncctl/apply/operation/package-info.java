/** The steps of an apply as plain data, and their order. */
@NullMarked
package io.cloudsyncctl.apply.operation;

import org.jspecify.annotations.NullMarked;
