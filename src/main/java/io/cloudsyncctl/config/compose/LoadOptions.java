package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What loading needs to know from outside the files.
 *
 * @param variables of {@code --var}; they win over files and {@code vars:}
 * @param variableFiles of {@code --var-file}, a later one wins over an earlier
 * @param environment looks up a variable of the environment; null where it is not set
 * @param credentialsNeeded whether a login follows; where not, a user name or password that cannot
 *     be had is no error
 * @param roots folders besides the repository that extended files may come from
 */
public record LoadOptions(
    ImmutableMap<String, String> variables,
    ImmutableList<Path> variableFiles,
    Function<String, @Nullable String> environment,
    boolean credentialsNeeded,
    ImmutableList<Path> roots) {}
