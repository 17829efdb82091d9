@NullMarked
package io.cloudsyncctl.plan.model;

import org.jspecify.annotations.NullMarked;
