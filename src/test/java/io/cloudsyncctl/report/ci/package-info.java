@NullMarked
package io.cloudsyncctl.report.ci;

import org.jspecify.annotations.NullMarked;
