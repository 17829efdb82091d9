@NullMarked
package io.cloudsyncctl.apply.rest;

import org.jspecify.annotations.NullMarked;
