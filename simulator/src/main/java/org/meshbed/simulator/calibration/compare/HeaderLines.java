package org.meshbed.simulator.calibration.compare;

import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.protocol.Headers;

/** Compares the headers that matter, and no others; this is the one list of them. */
final class HeaderLines {
    static final List<String> OF_REQUESTS = List.of(
            "accept",
            "accept-encoding",
            "authorization",
            "content-digest",
            "content-type",
            "date",
            "depth",
            "destination",
            "digest",
            "host",
            "if-match",
            "if-none-match",
            "ocs-apirequest",
            "overwrite",
            "range",
            "request-target",
            "signature",
            "signature-input",
            "transfer-encoding",
            "user-agent");
    static final List<String> OF_RESPONSES = List.of(
            "accept-ranges",
            "allow",
            "cache-control",
            "content-range",
            "content-type",
            "dav",
            "etag",
            "last-modified",
            "location",
            "ms-author-via",
            "retry-after",
            "www-authenticate");

    private final Findings findings;
    private final List<String> leftOut;

    /** {@code leftOut}: names, in lower case, that the recorder did not write down. */
    HeaderLines(Findings findings, List<String> leftOut) {
        this.findings = findings;
        this.leftOut = leftOut;
    }

    void compare(List<String> names, Headers real, Headers own) {
        for (var name : names) if (!leftOut.contains(name)) line(name, real.all(name), own.all(name));
    }

    private void line(String name, List<String> real, List<String> own) {
        var where = "header " + name;
        for (var i = 0; i < Math.max(real.size(), own.size()); i++) {
            if (i >= own.size()) findings.missing(where, real.get(i));
            else if (i >= real.size()) findings.extra(where, own.get(i));
            else value(name, where, real.get(i), own.get(i));
        }
    }

    /** A name in any case, with or without the port that its scheme implies. */
    private void host(String where, String real, String own) {
        if (!plain(real).equals(plain(own))) findings.add(where, real, own);
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll(":(443|80)$", "");
    }

    private void value(String name, String where, String real, String own) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization" -> new Credentials(findings).compare(where, real, own);
            case "signature-input" -> new Signatures(findings).input(where, real, own);
            case "signature" -> new Signatures(findings).signature(where, real, own);
            case "digest", "content-digest" -> new Signatures(findings).digest(where, real, own);
            case "host" -> host(where, real, own);
            case "date" -> findings.text(where, Role.NOW, real, own);
            case "last-modified" -> findings.text(where, Role.MOMENT, real, own);
            case "etag", "if-match", "if-none-match" -> findings.text(where, Role.TAG, real, own);
            case "location", "destination", "request-target" -> findings.text(where, Role.MADE_UP, real, own);
            default -> findings.text(where, Role.EXACT, real, own);
        }
    }
}
