package org.meshbed.nodes.vendor.quirk;

import java.util.List;
import java.util.Optional;

/**
 * Which answers count as success.
 *
 * @param statuses these; all where it is empty
 * @param type what its content type must be, without parameters
 * @param body what the body must be: {@code object}, a JSON object; {@code object-or-null}
 */
public record Success(
        List<Integer> statuses,
        Optional<String> type,
        @Words({"object", "object-or-null"}) Optional<String> body) {
    public Success {
        statuses = List.copyOf(statuses);
    }
}
