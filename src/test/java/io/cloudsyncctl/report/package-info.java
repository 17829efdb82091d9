@NullMarked
package io.cloudsyncctl.report;

import org.jspecify.annotations.NullMarked;
