package io.cloudsyncctl.report.model;

import java.util.Optional;

/**
 * The Git commit that the files of a run came from.
 *
 * @param commit its full id
 * @param branch the branch that was checked out; empty where none was
 * @param changed whether files of the run were changed since that commit
 */
public record GitFacts(String commit, Optional<String> branch, boolean changed) {}
