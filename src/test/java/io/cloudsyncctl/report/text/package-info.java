@NullMarked
package io.cloudsyncctl.report.text;

import org.jspecify.annotations.NullMarked;
