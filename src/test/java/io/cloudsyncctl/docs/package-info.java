/** Holds the documentation to what the program does. */
@NullMarked
package io.cloudsyncctl.docs;

import org.jspecify.annotations.NullMarked;
