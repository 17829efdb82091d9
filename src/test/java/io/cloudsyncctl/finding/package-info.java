/** Judgements over differences, without any NAS. */
@NullMarked
package io.cloudsyncctl.finding;

import org.jspecify.annotations.NullMarked;
