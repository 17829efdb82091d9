/**
 * What is not as declared, one thing at a time: whose difference it is, since when, and who has
 * said that it may be. Judgements over plans, for reports.
 */
@NullMarked
package io.cloudsyncctl.finding;

import org.jspecify.annotations.NullMarked;
