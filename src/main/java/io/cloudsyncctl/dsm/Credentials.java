package io.cloudsyncctl.dsm;

import io.cloudsyncctl.model.desired.Secret;

/**
 * Who logs in.
 *
 * @param session DSM's session label; a wrong one answers 402 to non-administrators on some
 *     releases (protocol note §2)
 */
public record Credentials(String username, Secret password, String session) {}
