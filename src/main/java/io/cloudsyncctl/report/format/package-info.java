/** Lines of text and trees of JSON that several kinds of report are made of. */
@NullMarked
package io.cloudsyncctl.report.format;

import org.jspecify.annotations.NullMarked;
