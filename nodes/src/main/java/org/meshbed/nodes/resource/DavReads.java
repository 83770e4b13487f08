package org.meshbed.nodes.resource;

import java.util.List;
import java.util.stream.Collectors;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Undone;
import org.meshbed.nodes.resource.Homes.Reading;

/** GET and HEAD of a file (RFC 9110), with conditions and ranges. */
final class DavReads {
    private final Homes homes;

    DavReads(Homes homes) {
        this.homes = homes;
    }

    WireReply get(DavCall call) {
        return switch (homes.read(call.user(), call.path())) {
            case Undone<Reading> undone -> DavReply.undone(undone);
            case Done<Reading>(var reading, var _) -> sent(call, reading);
        };
    }

    /** What GET would be answered with, but for the body; ranges do not count (RFC 9110, 14.2). */
    WireReply head(DavCall call) {
        return switch (homes.look(call.user(), call.path())) {
            case Undone<Item> undone -> DavReply.undone(undone);
            case Done<Item>(Item(var _, Node.File file), var _) ->
                switch (call.conditions().ofRead(file)) {
                    case NOT_MODIFIED -> notModified(file);
                    case FAILED -> WireReply.empty(412);
                    case SEND -> {
                        var length = Long.toString(file.blob().length());
                        var headers = described(call, file).and("Content-Length", length);
                        yield new WireReply(200, headers, Body.NONE, Framing.NONE);
                    }
                };
            case Done<Item> _ -> WireReply.empty(405);
        };
    }

    private static WireReply sent(DavCall call, Reading reading) {
        var file = reading.file();
        return switch (call.conditions().ofRead(file)) {
            case NOT_MODIFIED -> notModified(file);
            case FAILED -> WireReply.empty(412);
            case SEND ->
                switch (ranges(call, file)) {
                    case ByteRanges.Whole() -> reply(200, described(call, file), reading.content());
                    case ByteRanges.Parts(var parts) when parts.size() == 1 -> part(call, reading, parts.getFirst());
                    case ByteRanges.Parts(var parts) -> parts(call, reading, parts);
                    case ByteRanges.Unsatisfiable() -> unsatisfiable(file);
                };
        };
    }

    private static ByteRanges ranges(DavCall call, Node.File file) {
        var fields = call.headers().all("Range");
        return fields.size() == 1 && call.conditions().rangesCount(file)
                ? ByteRanges.of(fields.getFirst(), file.blob().length())
                : new ByteRanges.Whole();
    }

    private static WireReply part(DavCall call, Reading reading, ByteRanges.Part part) {
        var length = reading.file().blob().length();
        var headers = described(call, reading.file()).and("Content-Range", part.words(length));
        return reply(206, headers, Extract.of(reading.content(), part));
    }

    /** Several parts as multipart/byteranges (RFC 9110, 14.6); the boundary follows from the content. */
    private static WireReply parts(DavCall call, Reading reading, List<ByteRanges.Part> parts) {
        var file = reading.file();
        var boundary = "meshbed-" + file.blob().sha256().substring(0, 32);
        var pieces = parts.stream()
                .map(part -> new Extract.Piece(
                        "\r\n--" + boundary + "\r\nContent-Type: " + type(call) + "\r\nContent-Range: "
                                + part.words(file.blob().length()) + "\r\n\r\n",
                        part))
                .collect(Collectors.toUnmodifiableList());
        var headers = validators(file)
                .and("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .and("Accept-Ranges", "bytes");
        return reply(206, headers, new Extract(reading.content(), pieces, "\r\n--" + boundary + "--\r\n"));
    }

    private static WireReply unsatisfiable(Node.File file) {
        var headers = Headers.of("Content-Range", "bytes */" + file.blob().length(), "Accept-Ranges", "bytes");
        return WireReply.of(416, headers, Body.NONE);
    }

    private static WireReply notModified(Node.File file) {
        return WireReply.of(304, validators(file), Body.NONE);
    }

    private static Headers described(DavCall call, Node.File file) {
        return validators(file).and("Content-Type", type(call)).and("Accept-Ranges", "bytes");
    }

    private static Headers validators(Node.File file) {
        return Headers.of("ETag", file.etag(), "Last-Modified", HttpDate.write(file.modified()));
    }

    private static String type(DavCall call) {
        return MediaTypes.of(call.path().name());
    }

    private static WireReply reply(int status, Headers headers, Content content) {
        return WireReply.of(status, headers, new Body.Stream(content));
    }
}
