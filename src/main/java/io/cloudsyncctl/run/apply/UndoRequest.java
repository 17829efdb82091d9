package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.run.DeclaredFiles;

/**
 * What {@code undo} is asked for.
 *
 * @param undone the run to be undone
 * @param named what the user calls that run
 * @param typed the words of the command, by which it can be told how to finish its work
 */
public record UndoRequest(
    JournaledRun undone,
    String named,
    DeclaredFiles files,
    WriteTerms terms,
    ImmutableList<String> typed) {}
