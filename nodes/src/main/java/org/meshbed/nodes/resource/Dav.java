package org.meshbed.nodes.resource;

import java.util.Optional;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Undone;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessDescribes;
import org.meshbed.nodes.vendor.quirk.Facts;

/**
 * A WebDAV server of class 1 (RFC 4918) over a part of a user's files: who may ask is decided before, what they may
 * touch is the {@link DavScope}. Without the permission <em>write</em> every method that changes something is answered
 * 403, without <em>read</em> every one that shows something. Contents are streamed both ways.
 */
public final class Dav {
    private static final String TARGET = "target-";
    private final Homes homes;
    private final int longestName;
    private final DavReads reads;
    private final DavWrites writes;
    private final DavTransfers transfers;
    private final DavProperties properties;

    public Dav(Files files) {
        this.homes = files.homes();
        this.longestName = files.limits().nameCharacters();
        this.reads = new DavReads(homes);
        this.writes = new DavWrites(homes, longestName);
        this.transfers = new DavTransfers(homes, longestName);
        this.properties = new DavProperties(homes);
    }

    /**
     * Answers a request.
     *
     * @param relativePath the raw path behind the scope's prefix, still encoded: empty, {@code /} or {@code /a%20b/c}
     */
    public WireReply answer(DavScope scope, WireRequest request, String relativePath) {
        try {
            var call = DavCall.of(scope, request, relativePath, longestName);
            return refusedBefore(call).orElseGet(() -> answer(call));
        } catch (NotWellFormed e) {
            return DavReply.bad(400, String.valueOf(e.getMessage()));
        }
    }

    /** Answers a PROPFIND or PROPPATCH as a vendor describes things; {@code facts}: what templates may say of the share. */
    public WireReply describe(
            DavScope scope, WireRequest request, String relativePath, AccessDescribes own, Facts facts) {
        try {
            var call = DavCall.of(scope, request, relativePath, longestName);
            var described = new DavDescriptions(homes, own, facts);
            if (request.method().equals("PROPPATCH"))
                return described.patch(call, own.patched().orElse(""));
            return refusedBefore(call).orElseGet(() -> described.find(call));
        } catch (NotWellFormed e) {
            return DavReply.bad(400, String.valueOf(e.getMessage()));
        }
    }

    /** The same of what another server said of it. */
    public WireReply describe(
            DavScope scope,
            WireRequest request,
            String relativePath,
            AccessDescribes own,
            Facts facts,
            Elsewhere there) {
        try {
            return new DavDescriptions(there, own, facts).find(DavCall.of(scope, request, relativePath, longestName));
        } catch (NotWellFormed e) {
            return DavReply.bad(400, String.valueOf(e.getMessage()));
        }
    }

    /** What templates may say of what another server said of it. */
    public Optional<String> fact(
            DavScope scope, WireRequest request, String relativePath, String name, Elsewhere there) {
        try {
            var call = DavCall.of(scope, request, relativePath, longestName);
            return DavProperties.fact(there, call, call.path(), name);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /**
     * What templates may say of what stands at a path, or, with <code>target-</code> before the name, of where it was moved
     * or copied to; empty where nothing does.
     */
    public Optional<String> fact(DavScope scope, WireRequest request, String relativePath, String name) {
        try {
            var call = DavCall.of(scope, request, relativePath, longestName);
            return name.startsWith(TARGET)
                    ? properties.targetFact(call, name.substring(TARGET.length()), longestName)
                    : properties.fact(call, name);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** What the scope does not permit; empty where it does. */
    public Optional<WireReply> refusal(DavScope scope, WireRequest request) {
        return permitted(scope.permissions(), request.method()) ? Optional.empty() : Optional.of(DavReply.forbidden());
    }

    private static boolean permitted(Permissions may, String method) {
        return switch (method) {
            case "GET", "HEAD", "PROPFIND" -> may.read();
            case "PUT", "MKCOL", "DELETE", "MOVE", "PROPPATCH" -> may.write();
            case "COPY" -> may.read() && may.write();
            default -> true;
        };
    }

    private Optional<WireReply> refusedBefore(DavCall call) {
        if (!permitted(call.permissions(), call.request().method())) return Optional.of(DavReply.forbidden());
        if (homes.look(call.user(), call.root()) instanceof Undone) return Optional.of(WireReply.empty(404));
        return ifHolds(call) ? Optional.empty() : Optional.of(WireReply.empty(412));
    }

    private WireReply answer(DavCall call) {
        var reply = switch (call.request().method()) {
            case "OPTIONS" -> options();
            case "GET" -> reads.get(call);
            case "HEAD" -> reads.head(call);
            case "PROPFIND" -> properties.find(call);
            case "PROPPATCH" -> properties.patch(call);
            case "PUT" -> writes.put(call);
            case "MKCOL" -> writes.makeFolder(call);
            case "DELETE" -> writes.delete(call);
            case "COPY" -> transfers.copy(call);
            case "MOVE" -> transfers.move(call);
            default -> WireReply.empty(405);
        };
        var tellsMethods = reply.status() == 405 || call.request().method().equals("OPTIONS");
        return tellsMethods ? withMethods(call, reply) : reply;
    }

    /** What changes nothing looks at the {@code If} field first; what does, in the step of the change. */
    private boolean ifHolds(DavCall call) {
        if (call.header("If").isEmpty()) return true;
        return switch (call.request().method()) {
            case "GET", "HEAD", "PROPFIND", "PROPPATCH" -> {
                var there = homes.look(call.user(), call.path()).value().map(Item::node);
                yield there.isEmpty() || call.ifHolds(there, homes, longestName);
            }
            default -> true;
        };
    }

    private static WireReply options() {
        return WireReply.of(200, Headers.of("DAV", "1", "MS-Author-Via", "DAV", "Accept-Ranges", "bytes"), Body.NONE);
    }

    private WireReply withMethods(DavCall call, WireReply reply) {
        var headers = reply.headers().and("Allow", methods(call));
        return new WireReply(reply.status(), headers, reply.body(), reply.framing());
    }

    /** What can be done here, by what stands there and what the scope permits. */
    private String methods(DavCall call) {
        var there = homes.look(call.user(), call.path());
        var may = call.permissions();
        var methods = new StringBuilder("OPTIONS");
        if (there instanceof Done<Item>(var item, var _)) {
            if (may.read()) methods.append(item.isFolder() ? ", PROPFIND" : ", GET, HEAD, PROPFIND");
            if (may.write()) methods.append(item.isFolder() ? ", PROPPATCH" : ", PUT, PROPPATCH");
            if (may.write() && !call.isRoot()) methods.append(", DELETE, MOVE");
            if (may.read() && may.write() && !call.isRoot()) methods.append(", COPY");
        } else if (may.write()) methods.append(", PUT, MKCOL");
        return methods.toString();
    }
}
