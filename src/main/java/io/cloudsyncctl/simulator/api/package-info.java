/** What an API of DSM is: calls, parameters, answers, errors. */
@NullMarked
package io.cloudsyncctl.simulator.api;

import org.jspecify.annotations.NullMarked;
