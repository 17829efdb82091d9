@NullMarked
package io.cloudsyncctl.report.junit;

import org.jspecify.annotations.NullMarked;
