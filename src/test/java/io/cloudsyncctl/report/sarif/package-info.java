@NullMarked
package io.cloudsyncctl.report.sarif;

import org.jspecify.annotations.NullMarked;
