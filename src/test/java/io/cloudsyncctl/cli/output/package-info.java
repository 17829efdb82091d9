@NullMarked
package io.cloudsyncctl.cli.output;

import org.jspecify.annotations.NullMarked;
