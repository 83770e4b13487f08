package org.meshbed.nodes.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of a {@code Date} header line: {@code Mon, 21 Sep 2026 14:13:20 GMT} (RFC 9110, 5.6.7). */
final class HttpTime {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpTime() {}

    static String of(Instant instant) {
        return FORM.format(instant);
    }

    static Instant read(String text) throws Malformed {
        try {
            return Instant.from(FORM.parse(text.strip()));
        } catch (DateTimeException e) {
            throw new Malformed("Date is no time such as Mon, 21 Sep 2026 14:13:20 GMT");
        }
    }
}
