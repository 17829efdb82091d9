/** The DSM Web API: discovery, login, envelope, error codes, compounds and recovery. */
@NullMarked
package io.cloudsyncctl.dsm;

import org.jspecify.annotations.NullMarked;
