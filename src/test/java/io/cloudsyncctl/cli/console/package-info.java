@NullMarked
package io.cloudsyncctl.cli.console;

import org.jspecify.annotations.NullMarked;
