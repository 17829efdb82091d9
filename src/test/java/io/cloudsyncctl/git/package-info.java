/** Reading Git repositories, against repositories that the tests make. */
@NullMarked
package io.cloudsyncctl.git;

import org.jspecify.annotations.NullMarked;
