/** DSM's Web API as its callers see it: calls, results, errors. */
@NullMarked
package io.cloudsyncctl.dsm;

import org.jspecify.annotations.NullMarked;
