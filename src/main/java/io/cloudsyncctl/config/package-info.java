/** The language: YAML files to desired states, with positions, and live states back to YAML. */
@NullMarked
package io.cloudsyncctl.config;

import org.jspecify.annotations.NullMarked;
