/**
 * What a third party sees of applies on an imperfect NAS that people and other machines use: every
 * request, what really happened on the NAS, and what may never have.
 */
@NullMarked
package io.cloudsyncctl.witness;

import org.jspecify.annotations.NullMarked;
