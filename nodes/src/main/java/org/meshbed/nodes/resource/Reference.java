package org.meshbed.nodes.resource;

import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;

/** What a header field of a request refers to, such as {@code Destination}: a URL or an absolute path. */
sealed interface Reference {
    String FORM = "a URL of this server or an absolute path, without query or fragment";

    /** At or below the root of the scope. */
    record Inside(FilePath path) implements Reference {}

    /** On this server, but outside of the scope. */
    record Outside() implements Reference {}

    record OtherServer() implements Reference {}

    /** Reads it; throws {@link NotWellFormed} naming the field. */
    static Reference read(DavCall call, String field, String value, int longestName) {
        if (value.isEmpty() || value.indexOf('#') >= 0 || value.indexOf('?') >= 0)
            throw new NotWellFormed(field, value, FORM);
        if (value.startsWith("/")) return onThisServer(call, value, longestName);
        var url = Endpoint.parse(value);
        return isOurs(call, url.origin()) ? onThisServer(call, url.target(), longestName) : new OtherServer();
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

    private static Reference onThisServer(DavCall call, String rawPath, int longestName) {
        var segments = Percent.segments(rawPath);
        var prefix = Percent.segments(call.scope().prefix());
        if (segments.size() < prefix.size()
                || !segments.subList(0, prefix.size()).equals(prefix)) return new Outside();
        var below = FilePath.of(segments.subList(prefix.size(), segments.size()), longestName);
        return new Inside(FilePath.of(call.root().below(below.segments()).segments(), Integer.MAX_VALUE));
    }
}
