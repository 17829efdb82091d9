package io.cloudsyncctl.model.desired;

import io.cloudsyncctl.diagnostic.Location;

/** A value that somebody wrote, and where: the file, line and column that a plan points to. */
public record Declared<T>(T value, Location.InFile at) {}
