@NullMarked
package io.cloudsyncctl.dsm.session;

import org.jspecify.annotations.NullMarked;
