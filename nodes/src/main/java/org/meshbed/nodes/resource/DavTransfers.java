package org.meshbed.nodes.resource;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Undone;

/** COPY and MOVE (RFC 4918, 9.8 and 9.9) inside one scope. */
final class DavTransfers {
    private static final String FORM = "a URL of this server or an absolute path, without query or fragment";

    private final Homes homes;
    private final int longestName;

    DavTransfers(Homes homes, int longestName) {
        this.homes = homes;
        this.longestName = longestName;
    }

    /** Where something is to go. */
    private sealed interface Destination {
        record Inside(FilePath path) implements Destination {}

        /** On this server, but not below the root of the scope. */
        record Outside() implements Destination {}

        record OtherServer() implements Destination {}
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
        return switch (destination(call)) {
            case Destination.OtherServer() -> WireReply.empty(502);
            case Destination.Outside() -> WireReply.empty(403);
            case Destination.Inside(var target) -> {
                var transfer = new Transfer(call.path(), target, overwrite.equals("T"), deep);
                var condition = call.conditions().ofChange();
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

    private Destination destination(DavCall call) {
        var field = call.header("Destination").orElse("");
        if (field.isEmpty() || field.indexOf('#') >= 0 || field.indexOf('?') >= 0)
            throw new NotWellFormed("Destination", field, FORM);
        if (field.startsWith("/")) return onThisServer(call, field);
        var url = Endpoint.parse(field);
        return isOurs(call, url.origin()) ? onThisServer(call, url.target()) : new Destination.OtherServer();
    }

    /** The server is known by its origin, and by the name that this very request called it. */
    private static boolean isOurs(DavCall call, Origin there) {
        return there.equals(call.scope().origin())
                || call.header("Host")
                        .flatMap(host -> originOf(there.scheme() + "://" + host))
                        .filter(there::equals)
                        .isPresent();
    }

    private static Optional<Origin> originOf(String url) {
        try {
            return Optional.of(Endpoint.parse(url).origin());
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private Destination onThisServer(DavCall call, String rawPath) {
        var segments = Percent.segments(rawPath);
        var prefix = Percent.segments(call.scope().prefix());
        if (segments.size() <= prefix.size()
                || !segments.subList(0, prefix.size()).equals(prefix)) return new Destination.Outside();
        var below = FilePath.of(segments.subList(prefix.size(), segments.size()), longestName);
        return new Destination.Inside(
                FilePath.of(call.root().below(below.segments()).segments(), Integer.MAX_VALUE));
    }
}
