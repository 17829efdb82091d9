/** Words, signs and escaping that all kinds of report share. */
@NullMarked
package io.cloudsyncctl.report.wording;

import org.jspecify.annotations.NullMarked;
