package io.cloudsyncctl.config.export;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.NasTarget.Tls;
import java.net.URI;

/**
 * What an exported file says besides the live state.
 *
 * @param name the name of the NAS in addresses
 * @param url where its DSM listens
 * @param session DSM's session label
 * @param tls how it was verified
 * @param schema the schema's path or address, for editors
 * @param comments lines that stand above everything, such as the command that wrote the file
 */
public record ExportTarget(
    String name, URI url, String session, Tls tls, String schema, ImmutableList<String> comments) {}
