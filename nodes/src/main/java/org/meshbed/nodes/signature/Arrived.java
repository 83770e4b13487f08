package org.meshbed.nodes.signature;

import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A request as it came, its body read.
 *
 * @param at this server, by the name it goes by and not the one it was called by: a signature for another server shall
 *     not pass because the caller says that this is it
 * @param target raw
 */
public record Arrived(Origin at, String method, String target, Headers headers, byte[] body) {
    public static Arrived of(Origin at, WireRequest request, byte[] body) {
        return new Arrived(at, request.method(), request.target(), request.headers(), body);
    }
}
