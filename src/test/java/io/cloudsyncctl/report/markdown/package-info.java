@NullMarked
package io.cloudsyncctl.report.markdown;

import org.jspecify.annotations.NullMarked;
