@NullMarked
package io.cloudsyncctl.report.reference;

import org.jspecify.annotations.NullMarked;
