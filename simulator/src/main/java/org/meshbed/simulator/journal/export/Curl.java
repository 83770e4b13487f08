package org.meshbed.simulator.journal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.Payload;
import org.meshbed.simulator.journal.RecordedExchange;

/**
 * Requests as curl lines for a POSIX shell, to be sent again by hand. Secrets are masked: where a line holds
 * {@code secret#1}, put in the secret.
 */
public final class Curl {
    private Curl() {}

    /** One line for each exchange, in the order in which they started. */
    public static List<String> lines(List<Entry> entries) {
        return RecordedExchange.among(entries).stream().map(Curl::line).toList();
    }

    /** @param more options put in front, {@code --cacert FILE} for one; quoted here */
    public static String line(RecordedExchange exchange, String... more) {
        var started = exchange.started();
        var words = new ArrayList<>(List.of("curl", "--path-as-is", "--include"));
        for (var option : more) words.add(quote(option));
        if (started.method().equals("HEAD")) words.add("--head");
        else if (!started.method().equals("GET")) add(words, "--request", started.method());
        for (var line : started.headers().lines())
            if (!isFraming(line.name())) add(words, "--header", header(line.name(), line.value()));
        if (started.framing() == Framing.CHUNKED) add(words, "--header", "Transfer-Encoding: chunked");
        words.addAll(body(exchange.request()));
        words.add(quote(started.origin() + started.target()));
        return String.join(" ", words);
    }

    private static List<String> body(Payload body) {
        return switch (body.form()) {
            case NONE -> List.of();
            case TEXT -> List.of("--data-raw", quote(body.text()));
            case BASE64, STREAM -> List.of("--data-binary", "@FILE");
        };
    }

    /** curl leaves a header out whose value is empty, unless it ends in a semicolon. */
    private static String header(String name, String value) {
        return value.isEmpty() ? name + ";" : name + ": " + value;
    }

    private static boolean isFraming(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-length", "transfer-encoding" -> true;
            default -> false;
        };
    }

    private static void add(List<String> words, String option, String value) {
        words.add(option);
        words.add(quote(value));
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
