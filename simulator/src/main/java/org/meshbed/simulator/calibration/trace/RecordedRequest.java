package org.meshbed.simulator.calibration.trace;

import org.meshbed.nodes.protocol.Headers;

/** A request as the recorder saw it; {@code target} is path and query, still encoded. */
public record RecordedRequest(String method, String target, Headers headers, RecordedBody body) {
    /** The target up to the query. */
    public String path() {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String query() {
        var query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The header {@code Host}, empty where there was none. */
    public String host() {
        return headers.first("Host").orElse("");
    }
}
