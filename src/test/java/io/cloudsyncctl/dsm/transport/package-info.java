@NullMarked
package io.cloudsyncctl.dsm.transport;

import org.jspecify.annotations.NullMarked;
