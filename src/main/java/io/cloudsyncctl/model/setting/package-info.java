/**
 * What a setting is: its type, its values here and on the wire, its group, and how risky a change
 * of it is.
 */
@NullMarked
package io.cloudsyncctl.model.setting;

import org.jspecify.annotations.NullMarked;
