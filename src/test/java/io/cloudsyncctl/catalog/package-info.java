/** What is known of the settings. */
@NullMarked
package io.cloudsyncctl.catalog;

import org.jspecify.annotations.NullMarked;
