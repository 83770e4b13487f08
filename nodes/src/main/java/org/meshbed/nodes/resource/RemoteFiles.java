package org.meshbed.nodes.resource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * The files of a share at the server that sent it, over WebDAV. Paths are segments separated by {@code /}, the empty
 * one is what was shared. One request per call: nothing is tried again and no redirect is followed.
 */
public final class RemoteFiles {
    private static final int MOST_LISTING_BYTES = 16 << 20;
    private static final int LONGEST_NAME = 1024;
    private static final String LISTING = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            + "<d:propfind xmlns:d=\"DAV:\"><d:prop><d:resourcetype/><d:getcontentlength/></d:prop></d:propfind>";

    private final Transport transport;
    private final Endpoint target;
    private final List<String> authorizations;
    private final Timeouts timeouts;
    private final UnaryOperator<WireRequest> manner;
    private final How how;

    /**
     * @param target the URL of what was shared
     * @param authorizations values of the {@code Authorization} lines to send, in order: usually one
     * @param manner what a vendor makes of each request before it is sent: further headers, another framing
     */
    public RemoteFiles(
            Transport transport,
            Endpoint target,
            List<String> authorizations,
            Timeouts timeouts,
            UnaryOperator<WireRequest> manner) {
        this(transport, target, authorizations, timeouts, manner, How.USUAL);
    }

    /** The same for a vendor that asks in its own way. */
    public RemoteFiles(
            Transport transport,
            Endpoint target,
            List<String> authorizations,
            Timeouts timeouts,
            UnaryOperator<WireRequest> manner,
            How how) {
        this.how = how;
        this.transport = transport;
        this.target = target;
        this.authorizations = List.copyOf(authorizations);
        this.timeouts = timeouts;
        this.manner = manner;
    }

    /** The content of a file, to be read once. */
    public RemoteOutcome<Content> read(String path) {
        return ask("GET", path, Headers.NONE, Body.NONE, reply -> switch (reply.status()) {
            case 200 -> new RemoteOutcome.Done<>(content(reply));
            default -> refused(reply);
        });
    }

    /** Looks whether something is there, as some products do before they ask for more; any answer but 207 is a no. */
    public RemoteOutcome<Nothing> look(String path, Optional<String> properties) {
        var headers = Headers.of("Depth", "0", "Content-Type", "application/xml; charset=utf-8");
        return ask(
                "PROPFIND",
                path,
                headers,
                Body.of(properties.or(how::listing).orElse(LISTING)),
                reply -> switch (reply.status()) {
                    case 207 -> how.properties() && !tells(reply) ? new RemoteOutcome.NotFound<>() : done(reply);
                    default -> refused(reply);
                });
    }

    /** The same; an answer that tells nothing is {@link RemoteOutcome.Unexpected}, and asked for once more. */
    public RemoteOutcome<Nothing> lookClosely(String path, Optional<String> properties) {
        var headers = Headers.of("Depth", "0", "Content-Type", "application/xml; charset=utf-8");
        RemoteOutcome<Nothing> looked = new RemoteOutcome.NotFound<>();
        for (var left = 2; left > 0; left--) {
            looked = ask(
                    "PROPFIND",
                    path,
                    headers,
                    Body.of(properties.or(how::listing).orElse(LISTING)),
                    RemoteFiles::told);
            if (!(looked instanceof RemoteOutcome.Unexpected<Nothing>(var status, var _)) || status != 207) break;
        }
        return looked;
    }

    private static RemoteOutcome<Nothing> told(WireReply reply) {
        if (reply.status() != 207) return refused(reply);
        return tells(reply) ? done(reply) : new RemoteOutcome.Unexpected<>(207, "told nothing of what is there");
    }

    private static boolean tells(WireReply reply) {
        try {
            return Multistatus.tells(message(reply).orElse(new byte[0]));
        } catch (Xml.NotXml e) {
            return false;
        }
    }

    /**
     * How a vendor asks.
     *
     * @param file whether the address is that of a file
     * @param slashed whether a folder that is made has a slash behind its address
     * @param properties whether a look finds something only where properties are told
     * @param listing the body of a PROPFIND that lists a folder
     */
    public record How(boolean file, boolean slashed, boolean properties, Optional<String> listing) {
        static final How USUAL = new How(false, false, false, Optional.empty());
    }

    /** What stands there. */
    public RemoteOutcome<Seen> see(String path, Optional<String> properties) {
        var headers = Headers.of("Depth", "0", "Content-Type", "application/xml; charset=utf-8");
        return ask(
                "PROPFIND",
                path,
                headers,
                Body.of(properties.orElse(LISTING)),
                reply -> reply.status() == 207 ? seen(path, reply) : refused(reply));
    }

    private RemoteOutcome<Seen> seen(String path, WireReply reply) {
        try {
            var name = path.isEmpty() ? lastOf(target) : path.substring(path.lastIndexOf('/') + 1);
            return Multistatus.one(message(reply).orElse(new byte[0]), name)
                    .<RemoteOutcome<Seen>>map(RemoteOutcome.Done::new)
                    .orElseGet(RemoteOutcome.NotFound::new);
        } catch (Xml.NotXml e) {
            return new RemoteOutcome.Unexpected<>(207, "an answer that cannot be understood");
        }
    }

    private static String lastOf(Endpoint at) {
        var segments = Percent.segments(rawPath(at));
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** The children of a folder in the order of their names, with what is known of each. */
    public RemoteOutcome<List<Seen>> children(String path, Optional<String> properties) {
        var headers = Headers.of("Depth", "1", "Content-Type", "application/xml; charset=utf-8");
        return ask(
                "PROPFIND",
                path,
                headers,
                Body.of(properties.orElse(LISTING)),
                reply -> reply.status() == 207 ? multistatus(path, reply).map(Multistatus::seen) : refused(reply));
    }

    /**
     * What a look at one thing tells.
     *
     * @param tag its entity tag; empty where none is told
     * @param bits what may be done with it, as a number of OCS
     */
    public record Look(boolean folder, String tag, Optional<Integer> bits) {}

    /** Looks at one thing, asking for these properties. */
    public RemoteOutcome<Look> state(String path, String properties) {
        return propfind(path, "0", properties, reply -> seen(reply, Multistatus::look));
    }

    /** The names of what is in a folder, in the order in which the server tells them. */
    public RemoteOutcome<List<String>> names(String path, String properties) {
        return propfind(path, "1", properties, reply -> {
            var asked = at(path, endpoint -> new RemoteOutcome.Done<>(Percent.segments(rawPath(endpoint))));
            return seen(reply, body -> Multistatus.names(body, asked.value().orElse(List.of()), LONGEST_NAME));
        });
    }

    private <T> RemoteOutcome<T> propfind(
            String path, String depth, String properties, Function<WireReply, RemoteOutcome<T>> told) {
        var headers = Headers.of("Depth", depth, "Content-Type", "application/xml; charset=utf-8");
        return ask(
                "PROPFIND",
                path,
                headers,
                Body.of(properties),
                reply -> reply.status() == 207 ? told.apply(reply) : refused(reply));
    }

    /** Reads an answer that should be XML. */
    private interface Reading<T> {
        T read(byte[] body) throws Xml.NotXml;
    }

    private static <T> RemoteOutcome<T> seen(WireReply reply, Reading<T> reading) {
        try {
            return new RemoteOutcome.Done<>(reading.read(message(reply).orElse(new byte[0])));
        } catch (Xml.NotXml e) {
            return new RemoteOutcome.Unexpected<>(207, "an answer that cannot be understood");
        }
    }

    /** Sets properties, as the body says. */
    public RemoteOutcome<Nothing> set(String path, String body) {
        var headers = Headers.of("Content-Type", "application/xml; charset=utf-8");
        return ask(
                "PROPPATCH",
                path,
                headers,
                Body.of(body),
                reply -> reply.status() == 207 ? done(reply) : refused(reply));
    }

    /** Looks whether something is a folder. */
    public RemoteOutcome<Boolean> isFolder(String path, Optional<String> properties) {
        var headers = Headers.of("Depth", "0", "Content-Type", "application/xml; charset=utf-8");
        return ask(
                "PROPFIND",
                path,
                headers,
                Body.of(properties.orElse(LISTING)),
                reply -> reply.status() == 207
                        ? new RemoteOutcome.Done<>(listed(path, reply) instanceof RemoteOutcome.Done)
                        : refused(reply));
    }

    /** Creates or overwrites a file, telling its media type where its name has an ending that is known. */
    public RemoteOutcome<Nothing> writeTyped(String path, Content content) {
        var type = MediaTypes.known(path.substring(path.lastIndexOf('/') + 1));
        return write(path, content, type.map(t -> Headers.of("Content-Type", t)).orElse(Headers.NONE));
    }

    /** Creates or overwrites a file. */
    public RemoteOutcome<Nothing> write(String path, Content content) {
        return write(path, content, Headers.NONE);
    }

    private RemoteOutcome<Nothing> write(String path, Content content, Headers headers) {
        return ask("PUT", path, headers, new Body.Stream(content), reply -> switch (reply.status()) {
            case 200, 201, 204 -> done(reply);
            default -> refused(reply);
        });
    }

    /** The children of a folder in the order of their names. */
    public RemoteOutcome<List<Entry>> list(String path) {
        return list(path, how.listing());
    }

    /** The same, asking for other properties. */
    public RemoteOutcome<List<Entry>> list(String path, Optional<String> properties) {
        var headers = Headers.of("Depth", "1", "Content-Type", "application/xml; charset=utf-8");
        return ask("PROPFIND", path, headers, Body.of(properties.orElse(LISTING)), reply -> switch (reply.status()) {
            case 207 -> listed(path, reply);
            default -> refused(reply);
        });
    }

    /** Whether the address is that of a file: of one, nothing is listed. */
    public boolean isFile() {
        return how.file();
    }

    public RemoteOutcome<Nothing> makeFolder(String path) {
        return ask(
                "MKCOL", how.slashed() ? path + "/" : path, Headers.NONE, Body.NONE, reply -> switch (reply.status()) {
                    case 200, 201 -> done(reply);
                    case 405 -> exists(reply);
                    default -> refused(reply);
                });
    }

    /** Moves or renames inside the share; what stands at the new place stays. */
    public RemoteOutcome<Nothing> move(String from, String to) {
        return transfer("MOVE", from, to);
    }

    /** Copies inside the share; what stands at the new place stays. */
    public RemoteOutcome<Nothing> copy(String from, String to) {
        return transfer("COPY", from, to);
    }

    private RemoteOutcome<Nothing> transfer(String method, String from, String to) {
        return at(to, there -> {
            var headers = Headers.of("Destination", there.toString(), "Overwrite", "F");
            return ask(method, from, headers, Body.NONE, reply -> switch (reply.status()) {
                case 200, 201, 204 -> done(reply);
                case 412 -> exists(reply);
                default -> refused(reply);
            });
        });
    }

    public RemoteOutcome<Nothing> delete(String path) {
        return ask("DELETE", path, Headers.NONE, Body.NONE, reply -> switch (reply.status()) {
            case 200, 204 -> done(reply);
            default -> refused(reply);
        });
    }

    private <T> RemoteOutcome<T> ask(
            String method, String path, Headers own, Body body, Function<WireReply, RemoteOutcome<T>> answered) {
        return at(path, endpoint -> {
            var request = new WireRequest(method, endpoint.target(), headers(own), body, framing(body));
            var exchange = transport.exchange(endpoint.origin(), manner.apply(request), timeouts);
            return exchange instanceof Exchange.Replied(var reply)
                    ? answered.apply(reply)
                    : new RemoteOutcome.Failed<>(exchange);
        });
    }

    private <T> RemoteOutcome<T> at(String path, Function<Endpoint, RemoteOutcome<T>> operation) {
        try {
            var folder = path.endsWith("/");
            var segments = FilePath.parse(folder ? path.substring(0, path.length() - 1) : path, LONGEST_NAME)
                    .segments();
            var place = segments.isEmpty() ? target : target.below(Percent.encode(segments));
            return operation.apply(folder ? new Endpoint(place.origin(), place.target() + "/") : place);
        } catch (NotWellFormed e) {
            return new RemoteOutcome.BadPath<>(String.valueOf(e.getMessage()));
        }
    }

    private Headers headers(Headers own) {
        var headers = Headers.NONE;
        for (var authorization : authorizations) headers = headers.and("Authorization", authorization);
        for (var line : own.lines()) headers = headers.and(line.name(), line.value());
        return headers;
    }

    private static Framing framing(Body body) {
        return switch (body) {
            case Body.None() -> Framing.NONE;
            case Body.Bytes _ -> Framing.LENGTH;
            case Body.Stream(var content) ->
                content.length() == Content.UNKNOWN_LENGTH ? Framing.CHUNKED : Framing.LENGTH;
        };
    }

    private RemoteOutcome<List<Entry>> listed(String path, WireReply reply) {
        return multistatus(path, reply).map(Multistatus::children);
    }

    private RemoteOutcome<Multistatus> multistatus(String path, WireReply reply) {
        var body = message(reply);
        if (body.isEmpty()) return new RemoteOutcome.Unexpected<>(207, "a listing that is too long or broke off");
        try {
            var asked = at(path, endpoint -> new RemoteOutcome.Done<>(Percent.segments(rawPath(endpoint))));
            var listing = Multistatus.read(body.get(), asked.value().orElse(List.of()), LONGEST_NAME);
            return listing.self().orElse(true) ? new RemoteOutcome.Done<>(listing) : new RemoteOutcome.NotAFolder<>();
        } catch (Xml.NotXml e) {
            return new RemoteOutcome.Unexpected<>(207, "a listing that cannot be understood");
        }
    }

    private static String rawPath(Endpoint endpoint) {
        return WireRequest.get(endpoint.target(), Headers.NONE).path();
    }

    private static Optional<byte[]> message(WireReply reply) {
        try (var in = content(reply).open()) {
            var bytes = in.readNBytes(MOST_LISTING_BYTES + 1);
            return bytes.length > MOST_LISTING_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Content content(WireReply reply) {
        return switch (reply.body()) {
            case Body.None() -> Content.of(new byte[0]);
            case Body.Bytes(var bytes) -> Content.of(bytes);
            case Body.Stream(var content) -> content;
        };
    }

    private static RemoteOutcome<Nothing> done(WireReply reply) {
        discard(reply);
        return new RemoteOutcome.Done<>(Nothing.NOTHING);
    }

    private static RemoteOutcome<Nothing> exists(WireReply reply) {
        discard(reply);
        return new RemoteOutcome.Exists<>();
    }

    /** A reply whose content nobody wants must not keep its connection. */
    private static void discard(WireReply reply) {
        if (!(reply.body() instanceof Body.Stream(var content))) return;
        try {
            content.open().close();
        } catch (IOException e) {
            return; // it is gone already, and that is what is wanted
        }
    }

    private static <T> RemoteOutcome<T> refused(WireReply reply) {
        discard(reply);
        return switch (reply.status()) {
            case 401 -> new RemoteOutcome.Unauthorized<>();
            case 403 -> new RemoteOutcome.Forbidden<>();
            case 404, 410 -> new RemoteOutcome.NotFound<>();
            case 409 -> new RemoteOutcome.NoParent<>();
            default -> new RemoteOutcome.Unexpected<>(reply.status(), "not an answer to what was asked");
        };
    }
}
