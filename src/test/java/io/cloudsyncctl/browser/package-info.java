/** The HTML report in a browser. */
@NullMarked
package io.cloudsyncctl.browser;

import org.jspecify.annotations.NullMarked;
