package org.meshbed.nodes.resource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * One WebDAV request, its path read.
 *
 * @param root the shared file or folder
 * @param below the segments behind the root
 * @param folderMeant the path ended in a slash
 */
record DavCall(DavScope scope, WireRequest request, FilePath root, List<String> below, boolean folderMeant) {
    /** The longest XML body that is read. */
    static final int MOST_XML_BYTES = 64 << 10;

    static DavCall of(DavScope scope, WireRequest request, String rawPath, int longestName) {
        var root = FilePath.parse(scope.root(), longestName);
        var below = Percent.segments(rawPath);
        FilePath.of(below, longestName);
        FilePath.of(root.below(below).segments(), Integer.MAX_VALUE);
        return new DavCall(scope, request, root, below, !below.isEmpty() && rawPath.endsWith("/"));
    }

    String user() {
        return scope.user();
    }

    Permissions permissions() {
        return scope.permissions();
    }

    Headers headers() {
        return request.headers();
    }

    FilePath path() {
        return root.below(below);
    }

    boolean isRoot() {
        return below.isEmpty();
    }

    Optional<String> header(String name) {
        return headers().first(name).map(String::trim);
    }

    Conditions conditions() {
        return new Conditions(headers());
    }

    /** What the request demands of what it changes. */
    Condition condition(Homes homes, int longestName) {
        var http = conditions().ofChange();
        return now -> http.holds(now) && ifHolds(now, homes, longestName);
    }

    /** Whether the {@code If} field holds, where there is one; {@code now}: what stands at the request's own path. */
    boolean ifHolds(Optional<Node> now, Homes homes, int longestName) {
        var field = header("If").map(IfField::parse);
        return field.isEmpty()
                || field.get()
                        .holds(resource -> resource.isEmpty() ? now : at(resource.get(), now, homes, longestName));
    }

    private Optional<Node> at(String reference, Optional<Node> now, Homes homes, int longestName) {
        if (!(Reference.read(this, "If", reference, longestName) instanceof Reference.Inside(var path)))
            return Optional.empty();
        return path.equals(path()) ? now : homes.look(user(), path).value().map(Item::node);
    }

    /** The body to be kept as a file. */
    Content content() {
        return switch (request.body()) {
            case Body.None() -> Content.of(new byte[0]);
            case Body.Bytes(var bytes) -> Content.of(bytes);
            case Body.Stream(var content) -> content;
        };
    }

    /** The body to be read as XML; empty where it is too long or broke off. */
    Optional<byte[]> message() {
        try (var in = content().open()) {
            var bytes = in.readNBytes(MOST_XML_BYTES + 1);
            return bytes.length > MOST_XML_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The raw path of something at or below the root; a folder's ends in a slash. */
    String href(List<String> segments, boolean folder) {
        var path = segments.isEmpty() ? scope.prefix() : scope.prefix() + "/" + Percent.encode(segments);
        return folder || path.isEmpty() ? path + "/" : path;
    }
}
