package org.meshbed.nodes.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates in header fields: written in the fixed form, read in all three (RFC 9110, 5.6.7); whole seconds. */
public final class HttpDate {
    private static final DateTimeFormatter FIXED = form("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
    private static final List<DateTimeFormatter> FORMS =
            List.of(FIXED, form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"), form("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDate() {}

    public static String write(Instant instant) {
        return FIXED.format(instant);
    }

    /** Empty for what is no date: such a field is ignored. */
    static Optional<Instant> read(String text) {
        for (var form : FORMS) {
            try {
                return Optional.of(form.parse(text.trim(), Instant::from));
            } catch (DateTimeException e) {
                continue; // the next form
            }
        }
        return Optional.empty();
    }

    static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }
}
