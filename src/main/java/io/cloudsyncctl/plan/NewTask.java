package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskPaths;

/**
 * A task to be created (the API document, create_sync_task_s3).
 *
 * @param storageClass {@code STANDARD} where nothing is declared
 * @param serverSideEncryption as the connection has it
 * @param maxUploadSize bytes, 0 for no limit
 */
public record NewTask(
    TaskPaths paths,
    SyncDirection direction,
    boolean consistencyCheck,
    boolean noDeleteOnCloud,
    boolean convertGoogleDocuments,
    String storageClass,
    boolean serverSideEncryption,
    ImmutableList<String> filteredPaths,
    ImmutableList<String> filteredNames,
    ImmutableList<String> filteredExtensions,
    long maxUploadSize) {}
