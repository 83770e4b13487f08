package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A message as it is posted to another server.
 *
 * @param call path below the other server's endpoint, with its query; empty for the endpoint itself
 * @param headers in order
 */
public record Outgoing(String call, Headers headers, byte[] body) {
    static Outgoing json(String call, ObjectNode message) {
        return new Outgoing(
                call,
                Headers.of("Accept", "application/json", "Content-Type", "application/json"),
                Json.bytes(message));
    }

    /** Where it goes at a server with this endpoint. */
    public Endpoint at(Endpoint endPoint) {
        return call.isEmpty() || call.startsWith("?")
                ? new Endpoint(endPoint.origin(), endPoint.target() + call)
                : endPoint.below(call);
    }

    /** Where it goes if the call is written behind the endpoint as it stands, less one slash. */
    public Endpoint behind(Endpoint endPoint) {
        return new Endpoint(endPoint.origin(), endPoint.target().replaceFirst("/$", "") + "/" + call);
    }

    /** The request to the server with this endpoint. */
    public WireRequest request(Endpoint endPoint) {
        return WireRequest.post(at(endPoint).target(), headers, body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outgoing(var itsCall, var itsHeaders, var itsBody)
                && call.equals(itsCall)
                && headers.equals(itsHeaders)
                && java.util.Arrays.equals(body, itsBody);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(call, headers, java.util.Arrays.hashCode(body));
    }
}
