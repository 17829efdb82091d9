/**
 * The words of the product as values: settings and their groups, desired and live state, secrets,
 * and what goes over the wire, free of any JSON library.
 */
@NullMarked
package io.cloudsyncctl.model;

import org.jspecify.annotations.NullMarked;
