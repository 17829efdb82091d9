package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.model.desired.DesiredState;

/**
 * What the files of a run say.
 *
 * @param states one for each NAS without errors, in the order of the files
 * @param diagnostics of all files, in the order of the text
 * @param secretVariables the names of variables of the command line that fill a secret
 */
public record LoadResult(
    ImmutableList<DesiredState> states,
    ImmutableList<Diagnostic> diagnostics,
    ImmutableSet<String> secretVariables) {}
