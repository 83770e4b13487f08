package org.meshbed.nodes.jetty;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** Header lines for Jetty that keep the case of their names. */
final class Fields {
    /** What the wire may hold although the RFCs say otherwise: real servers send it, and the site judges it. */
    static final HttpCompliance LENIENT = HttpCompliance.RFC9110.with(
            "MESHBED",
            HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME,
            HttpCompliance.Violation.MISMATCHED_AUTHORITY,
            HttpCompliance.Violation.UNSAFE_HOST_HEADER);

    private Fields() {}

    /** Told by us from the body itself, never copied. */
    static boolean isFraming(String name) {
        return name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding");
    }

    /**
     * Jetty writes names that it knows in its own case, so a line in another case is made unknown to it; not so where
     * it must understand the line to act on it.
     */
    static HttpField of(String name, String value) {
        var known = HttpHeader.CACHE.get(name);
        var understood = known == HttpHeader.CONNECTION || known == HttpHeader.EXPECT;
        return known != null && (understood || known.asString().equals(name))
                ? new HttpField(known, value)
                : new HttpField((HttpHeader) null, name, value);
    }
}
