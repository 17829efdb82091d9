/** What all tests share. */
@NullMarked
package io.cloudsyncctl;

import org.jspecify.annotations.NullMarked;
