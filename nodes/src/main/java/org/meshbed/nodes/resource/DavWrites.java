package org.meshbed.nodes.resource;

import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Reason;
import org.meshbed.nodes.resource.FileOutcome.Undone;

/** PUT, MKCOL and DELETE (RFC 4918, 9.3 to 9.7). */
final class DavWrites {
    private final Homes homes;
    private final int longestName;

    DavWrites(Homes homes, int longestName) {
        this.homes = homes;
        this.longestName = longestName;
    }

    /** A part of a file cannot be put (RFC 9110, 14.5), and a folder's name is no file's. */
    WireReply put(DavCall call) {
        if (call.header("Content-Range").isPresent()) return DavReply.bad(400, "PUT takes whole files only");
        if (call.folderMeant() && homes.look(call.user(), call.path()) instanceof Undone) return WireReply.empty(409);
        var condition = call.condition(homes, longestName);
        // The shared file itself can be overwritten, but not brought back after its owner took it away.
        Condition there = now -> !call.isRoot() || now.isPresent();
        return switch (homes.write(
                call.user(), call.path(), call.content(), now -> there.holds(now) && condition.holds(now))) {
            case Undone<Item> undone -> DavReply.undone(undone);
            case Done<Item>(var item, var replaced) ->
                WireReply.of(
                        replaced ? 204 : 201, Headers.of("ETag", item.node().etag()), Body.NONE);
        };
    }

    WireReply makeFolder(DavCall call) {
        var body = call.message();
        if (body.isEmpty() || body.get().length > 0) return DavReply.bad(415, "MKCOL takes no body");
        return switch (homes.makeFolder(call.user(), call.path(), call.condition(homes, longestName))) {
            case Done<Item> _ -> WireReply.empty(201);
            case Undone<Item> undone when undone.reason() == Reason.EXISTS -> WireReply.empty(405);
            case Undone<Item> undone -> DavReply.undone(undone);
        };
    }

    /** What was shared cannot be deleted through its share: that is its owner's to do, but with some vendors. */
    WireReply delete(DavCall call) {
        if (call.isRoot() && !call.scope().rootToo()) return WireReply.empty(403);
        if (!call.header("Depth").orElse("infinity").equals("infinity"))
            return DavReply.bad(400, "DELETE is of infinite depth");
        return switch (homes.delete(call.user(), call.path(), call.condition(homes, longestName))) {
            case Done<Item> _ -> WireReply.empty(204);
            case Undone<Item> undone -> DavReply.undone(undone);
        };
    }
}
