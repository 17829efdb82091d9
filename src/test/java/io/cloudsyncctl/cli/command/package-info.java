@NullMarked
package io.cloudsyncctl.cli.command;

import org.jspecify.annotations.NullMarked;
