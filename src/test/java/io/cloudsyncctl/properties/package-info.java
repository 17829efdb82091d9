/** What holds for every NAS and every declaration, tried on seeded random ones. */
@NullMarked
package io.cloudsyncctl.properties;

import org.jspecify.annotations.NullMarked;
