package org.meshbed.simulator.oracle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import tools.jackson.databind.JsonNode;

/**
 * One exchange that has ended, as the rules look at it.
 *
 * @param at when it began, on the clock of the mesh
 * @param authority where it was sent
 * @param version what the two servers speak with each other: the older of their dialects
 * @param callers what the caller speaks in it
 * @param message the JSON of the request, a missing node where it is none
 * @param answer the JSON of the reply, a missing node where it is none
 * @param cut whether only the beginning of the request was kept, so that its content proves nothing
 * @param disturbed whether faults were applied to it
 * @param known what went before
 */
record Seen(
        long number,
        Instant at,
        Kind kind,
        Side caller,
        Side callee,
        Origin to,
        String authority,
        Version version,
        Version callers,
        WireRequest request,
        Exchange result,
        JsonNode message,
        JsonNode answer,
        boolean cut,
        boolean disturbed,
        Known known,
        Once once) {

    /** What many rules ask, worked out when the first does. For one thread at a time. */
    static final class Once {
        private @Nullable String path;
        private @Nullable Optional<Announced> share;
    }

    /** The share whose secret opens it, or whose uri is in its path; asked for while it is judged. */
    Optional<Announced> share() {
        var found = once.share;
        if (found == null) {
            found = AccessChecks.shareOf(this);
            once.share = found;
        }
        return found;
    }

    Optional<WireReply> reply() {
        return result instanceof Exchange.Replied(var reply) ? Optional.of(reply) : Optional.empty();
    }

    /** What a side is judged by. */
    Version version(Check.Blame blames) {
        return blames == Check.Blame.CALLER ? callers : version;
    }

    /** 0 where no reply came. */
    int status() {
        return result instanceof Exchange.Replied(var reply) ? reply.status() : 0;
    }

    boolean successful() {
        return status() >= 200 && status() < 300;
    }

    boolean posts() {
        return request.method().equals("POST");
    }

    /** The path with single slashes and none at its end. */
    String path() {
        var bare = once.path;
        if (bare == null) {
            bare = Paths.bare(request.path());
            once.path = bare;
        }
        return bare;
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
