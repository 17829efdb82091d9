package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.truth.Author;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One call from its arrival to its answer.
 *
 * @param request the number of the HTTP request
 * @param before how its connection really stood; null where the call writes nothing
 * @param refusal the error that is answered in place of doing anything
 * @param ignored whether success is answered and nothing done
 */
public record Turn(
    Ask ask,
    int request,
    Author author,
    @Nullable Truth before,
    OptionalInt refusal,
    boolean ignored) {}
