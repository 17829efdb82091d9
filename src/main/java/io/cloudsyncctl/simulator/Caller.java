package io.cloudsyncctl.simulator;

/** Who is logged in, and whether as an administrator of the NAS. */
record Caller(String user, boolean administrator) {}
