package io.cloudsyncctl.cloudsync.write;

import io.cloudsyncctl.dsm.ApiCall;

/**
 * A task to be created, with everything that has to be read before: it is sent as it is, so that
 * nothing stands between the last look at its connection and the creation.
 *
 * @param call holds the credentials of the connection, which it never shows
 */
public record PreparedTask(TaskCreation creation, ApiCall call) {}
