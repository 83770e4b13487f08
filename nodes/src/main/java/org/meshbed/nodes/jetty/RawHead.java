package org.meshbed.nodes.jetty;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;

/**
 * The head of a request, read again from its bytes after Jetty has found it well-formed.
 *
 * @param target as written; of an absolute target, path and query
 */
record RawHead(String method, String target, Headers headers) {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?]*(.*)");

    static RawHead read(String bytes) {
        var lines = bytes.stripLeading().split("\r?\n");
        var first = lines[0].split(" +");
        if (first.length < 2) throw new IllegalArgumentException("no request line");
        var headers = new ArrayList<Header>();
        for (var i = 1; i < lines.length && !lines[i].isEmpty(); i++) headers.add(header(lines[i]));
        return new RawHead(first[0], target(first[1]), new Headers(headers));
    }

    private static String target(String written) {
        var absolute = ABSOLUTE.matcher(written);
        if (!absolute.matches()) return written;
        var rest = absolute.group(1);
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static Header header(String line) {
        var colon = line.indexOf(':');
        return colon < 0
                ? new Header(line.strip(), "")
                : new Header(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
    }
}
