/** Tables of the documentation that are made from the catalogue. */
@NullMarked
package io.cloudsyncctl.report.reference;

import org.jspecify.annotations.NullMarked;
