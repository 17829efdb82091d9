/** What GitHub and GitLab show of a run. */
@NullMarked
package io.cloudsyncctl.report.ci;

import org.jspecify.annotations.NullMarked;
