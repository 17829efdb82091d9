@NullMarked
package io.cloudsyncctl.model.setting;

import org.jspecify.annotations.NullMarked;
