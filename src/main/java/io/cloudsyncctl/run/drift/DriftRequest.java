package io.cloudsyncctl.run.drift;

import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.TimeLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code drift} is asked for.
 *
 * @param baseline the Git revision by which the cause of a difference is told; by the records of
 *     the last applies where it is empty
 * @param since the folder of the JSON reports of earlier runs
 * @param ignoreFile what does not count
 * @param unmanaged whether what nobody declared counts as well
 */
public record DriftRequest(
    DeclaredFiles files,
    Optional<String> baseline,
    Optional<Path> since,
    Optional<Path> ignoreFile,
    boolean unmanaged,
    TimeLimits limits) {}
