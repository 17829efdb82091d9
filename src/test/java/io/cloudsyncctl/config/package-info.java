@NullMarked
package io.cloudsyncctl.config;

import org.jspecify.annotations.NullMarked;
