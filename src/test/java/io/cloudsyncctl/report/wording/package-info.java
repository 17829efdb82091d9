@NullMarked
package io.cloudsyncctl.report.wording;

import org.jspecify.annotations.NullMarked;
