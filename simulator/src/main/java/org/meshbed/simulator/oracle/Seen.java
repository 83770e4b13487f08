package org.meshbed.simulator.oracle;

import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import tools.jackson.databind.JsonNode;

/**
 * One exchange that has ended, as the rules look at it.
 *
 * @param version what the two servers speak with each other: the older of their dialects
 * @param message the JSON of the request, a missing node where it is none
 * @param answer the JSON of the reply, a missing node where it is none
 * @param cut whether only the beginning of the request was kept, so that its content proves nothing
 * @param disturbed whether faults were applied to it
 * @param known what went before
 */
record Seen(
        long number,
        long startedAt,
        Kind kind,
        Side caller,
        Side callee,
        Origin to,
        Version version,
        WireRequest request,
        Exchange result,
        JsonNode message,
        JsonNode answer,
        boolean cut,
        boolean disturbed,
        Known known) {

    String authority() {
        return Texts.hostPort(to.authority());
    }

    Optional<WireReply> reply() {
        return result instanceof Exchange.Replied(var reply) ? Optional.of(reply) : Optional.empty();
    }

    /** What a side is judged by: who looks another server up does so in the manner of its own version. */
    Version version(Check.Blame blames) {
        return kind == Kind.DISCOVERY && blames == Check.Blame.CALLER
                ? caller.speaks().orElse(version)
                : version;
    }

    /** 0 where no reply came. */
    int status() {
        return reply().map(WireReply::status).orElse(0);
    }

    boolean successful() {
        return status() >= 200 && status() < 300;
    }

    boolean posts() {
        return request.method().equals("POST");
    }

    /** The path with single slashes and none at its end. */
    String path() {
        return Paths.bare(request.path());
    }

    /** Whether the media type of a message is this one, parameters and case aside. */
    static boolean typed(Headers headers, String type) {
        return headers.first("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().equalsIgnoreCase(type))
                .orElse(false);
    }

    String typeOf(Headers headers) {
        return headers.first("Content-Type").map(value -> "type " + value).orElse("no content type");
    }

    /** The discovery document of the called server, a missing node where none was seen. */
    JsonNode calleeDocument() {
        return known.documentServing(authority());
    }

    /** The discovery document of the calling server. */
    JsonNode callerDocument() {
        return known.documentOf(caller);
    }

    /** The document that a string member of the message is about: that of the host of an OCM address. */
    String text(String member) {
        return Texts.of(message.path(member));
    }
}
