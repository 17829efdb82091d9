/** Plans, changes, and the groups of settings that they write. */
@NullMarked
package io.cloudsyncctl.plan.model;

import org.jspecify.annotations.NullMarked;
