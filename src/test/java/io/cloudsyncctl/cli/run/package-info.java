@NullMarked
package io.cloudsyncctl.cli.run;

import org.jspecify.annotations.NullMarked;
