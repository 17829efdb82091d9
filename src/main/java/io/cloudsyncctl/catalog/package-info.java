/** Every setting of Cloud Sync, one constant each: the one place where a setting is known. */
@NullMarked
package io.cloudsyncctl.catalog;

import org.jspecify.annotations.NullMarked;
