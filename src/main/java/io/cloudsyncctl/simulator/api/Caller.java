package io.cloudsyncctl.simulator.api;

/** Who is logged in, and whether as an administrator of the NAS. */
public record Caller(String user, boolean administrator) {}
