package org.meshbed.nodes.resource;

import java.util.List;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Undone;

/** COPY and MOVE (RFC 4918, 9.8 and 9.9) inside one scope. */
final class DavTransfers {
    private final Homes homes;
    private final int longestName;

    DavTransfers(Homes homes, int longestName) {
        this.homes = homes;
        this.longestName = longestName;
    }

    WireReply copy(DavCall call) {
        var depth = call.header("Depth").orElse("infinity");
        if (!List.of("0", "infinity").contains(depth)) return DavReply.bad(400, "COPY is of depth 0 or infinity");
        return transfer(call, depth.equals("infinity"), false);
    }

    WireReply move(DavCall call) {
        if (!call.header("Depth").orElse("infinity").equals("infinity"))
            return DavReply.bad(400, "MOVE is of infinite depth");
        return call.isRoot() ? WireReply.empty(403) : transfer(call, true, true);
    }

    private WireReply transfer(DavCall call, boolean deep, boolean move) {
        var overwrite = call.header("Overwrite").orElse("T");
        if (!List.of("T", "F").contains(overwrite)) return DavReply.bad(400, "Overwrite is T or F");
        return switch (Reference.read(
                call, "Destination", call.header("Destination").orElse(""), longestName)) {
            case Reference.OtherServer() -> WireReply.empty(502);
            case Reference.Outside() -> WireReply.empty(403);
            case Reference.Inside(var target) when target.equals(call.root()) -> WireReply.empty(403);
            case Reference.Inside(var target) -> {
                var transfer = new Transfer(call.path(), target, overwrite.equals("T"), deep);
                var condition = call.condition(homes, longestName);
                yield reply(
                        move
                                ? homes.move(call.user(), transfer, condition)
                                : homes.copy(call.user(), transfer, condition));
            }
        };
    }

    private static WireReply reply(FileOutcome<Item> outcome) {
        return switch (outcome) {
            case Done<Item>(var _, var replaced) -> WireReply.empty(replaced ? 204 : 201);
            case Undone<Item> undone -> DavReply.undone(undone);
        };
    }
}
