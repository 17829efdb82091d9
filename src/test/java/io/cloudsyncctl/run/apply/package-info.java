@NullMarked
package io.cloudsyncctl.run.apply;

import org.jspecify.annotations.NullMarked;
