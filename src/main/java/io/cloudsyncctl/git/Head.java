package io.cloudsyncctl.git;

import java.util.Optional;

/**
 * What a working tree stands at.
 *
 * @param commit the full id
 * @param branch the branch that is checked out; empty where none is, as in most CI jobs
 * @param changed whether one of the files that were asked about is not as it is in that commit
 */
public record Head(String commit, Optional<String> branch, boolean changed) {}
