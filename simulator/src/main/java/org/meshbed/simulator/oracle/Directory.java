package org.meshbed.simulator.oracle;

import java.util.Base64;
import java.util.Optional;
import org.meshbed.nodes.protocol.Body;
import tools.jackson.databind.JsonNode;

/**
 * What a directory of a federation answers.
 *
 * @param signed whether it is a JWS, as it should be
 */
record Directory(boolean signed, JsonNode payload) {

    /** The directory in an answer, which is known by its content; empty where it is none. */
    static Optional<Directory> in(Seen x) {
        if (x.status() != 200 || !x.request().method().equals("GET")) return Optional.empty();
        var listed = x.answer().has("federation") || x.answer().has("servers");
        if (listed) return Optional.of(new Directory(false, x.answer()));
        var parts = x.reply()
                .map(reply -> Reading.text(reply.body()).strip().split("\\.", -1))
                .orElse(new String[0]);
        if (parts.length != 3 || !parts[0].startsWith("ey")) return Optional.empty();
        var payload = json(parts[1]);
        var header = json(parts[0]);
        return header.has("alg") && !header.path("typ").toString().contains("JWT")
                ? Optional.of(new Directory(true, payload))
                : Optional.empty();
    }

    private static JsonNode json(String part) {
        try {
            return Reading.json(Body.of(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException e) {
            return Reading.json(Body.of(""));
        }
    }
}
