/** What a run came to, for every kind of report. */
@NullMarked
package io.cloudsyncctl.report.model;

import org.jspecify.annotations.NullMarked;
