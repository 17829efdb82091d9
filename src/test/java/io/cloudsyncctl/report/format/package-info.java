@NullMarked
package io.cloudsyncctl.report.format;

import org.jspecify.annotations.NullMarked;
