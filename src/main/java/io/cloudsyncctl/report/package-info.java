/** What people and programs see of a plan: text, JSON, diagnostics, and the settings reference. */
@NullMarked
package io.cloudsyncctl.report;

import org.jspecify.annotations.NullMarked;
