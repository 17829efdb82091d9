@NullMarked
package io.cloudsyncctl.report.json;

import org.jspecify.annotations.NullMarked;
