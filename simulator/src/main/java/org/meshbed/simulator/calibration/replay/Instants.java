package org.meshbed.simulator.calibration.replay;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.Flow;
import org.meshbed.simulator.calibration.trace.RecordedBody;

/**
 * The moment at which a flow began: as the bindings of the flow say, else out of the recording. Signatures, dates and
 * tokens in it are whole seconds, cut off: the latest beginning that one of them allows is right within what others
 * allow. Where
 * there are none, it is the moment that the bindings have for every flow.
 */
final class Instants {
    private static final Instant SOME_MOMENT = Instant.parse("2026-11-23T22:00:00Z");
    private static final Pattern CREATED = Pattern.compile("created=\"?([0-9]{10})\"?");
    private static final Pattern SAID = Pattern.compile("\"(?:receivedAt|createdAt|date)\":\"(20[0-9T:.-]{17,}Z)\"");
    private static final Pattern GIVEN = Pattern.compile("\"access_token\":\"[\\w-]+\\.([\\w-]+)\\.");
    private static final Pattern ISSUED = Pattern.compile("\"iat\":([0-9]{10})\\b");
    private static final long NEAR_MILLIS = 1500;

    private Instants() {}

    static Instant of(Bindings bindings, Flow flow) {
        var bound = bindings.flow(flow.name()).instant();
        if (bound.isPresent()) return bound.get();
        var begins = new ArrayList<Long>();
        flow.exchanges().forEach(exchange -> begins(exchange, begins));
        if (begins.isEmpty()) return bindings.everyFlow().instant().orElse(SOME_MOMENT);
        begins.sort(null);
        var middle = begins.get(begins.size() / 2);
        return Instant.ofEpochMilli(begins.stream()
                .filter(b -> Math.abs(b - middle) < NEAR_MILLIS)
                .max(Long::compare)
                .orElse(middle));
    }

    private static void begins(Entry.Exchanged exchange, List<Long> begins) {
        for (var line : exchange.request().headers().lines()) {
            var created = CREATED.matcher(line.value());
            if (line.name().equalsIgnoreCase("Signature-Input") && created.find())
                begins.add(Long.parseLong(created.group(1)) * 1000 - exchange.endedAt());
            if (line.name().equalsIgnoreCase("Date")) date(line.value(), exchange, begins);
        }
        said(exchange.request().body(), exchange, begins);
        exchange.response().ifPresent(response -> {
            said(response.body(), exchange, begins);
            issued(response.body(), exchange, begins);
        });
    }

    private static void said(RecordedBody body, Entry.Exchanged exchange, List<Long> begins) {
        var said = SAID.matcher(body.text());
        while (said.find()) instant(said.group(1), exchange, begins);
    }

    /** A token that says when it was issued, which was while its request was under way: what is played comes at its start. */
    private static void issued(RecordedBody body, Entry.Exchanged exchange, List<Long> begins) {
        var given = GIVEN.matcher(body.text());
        while (given.find()) {
            var issued = ISSUED.matcher(decoded(given.group(1)));
            if (issued.find()) begins.add(Long.parseLong(issued.group(1)) * 1000 - exchange.startedAt());
        }
    }

    private static String decoded(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // a token of another kind
        }
    }

    private static void date(String text, Entry.Exchanged exchange, List<Long> begins) {
        try {
            var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            begins.add(date.toEpochMilli() - exchange.endedAt());
        } catch (DateTimeException e) {
            return; // made by hand, and wrong on purpose
        }
    }

    private static void instant(String text, Entry.Exchanged exchange, List<Long> begins) {
        try {
            begins.add(Instant.parse(text).getEpochSecond() * 1000 - exchange.endedAt());
        } catch (DateTimeException e) {
            return; // not a moment after all
        }
    }
}
