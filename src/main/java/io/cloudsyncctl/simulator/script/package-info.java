/** What a person does at a simulated NAS while others use it, and when: scripts and their text. */
@NullMarked
package io.cloudsyncctl.simulator.script;

import org.jspecify.annotations.NullMarked;
