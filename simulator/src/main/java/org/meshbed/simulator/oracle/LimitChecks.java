package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.List;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Body;

/** Limits that every server should have. */
final class LimitChecks {
    /** No message of the protocol comes near it. */
    private static final long ABSURD = 1 << 20;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private LimitChecks() {}

    static List<Check> all() {
        return List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.TOKEN).stream()
                .map(kind -> callee(
                        kind,
                        "OCM-DEF-23",
                        "a limit on the size of messages",
                        x -> unless(!x.successful() || !absurd(x), () -> "took " + size(x))))
                .toList();
    }

    static boolean absurd(Seen x) {
        return length(x) > ABSURD;
    }

    static String size(Seen x) {
        return "a message of " + length(x) + " bytes";
    }

    /** As it was announced: of what is long, the journal keeps the beginning only. */
    private static long length(Seen x) {
        var announced = x.request()
                .headers()
                .first("Content-Length")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong)
                .orElse(0L);
        return switch (x.request().body()) {
            case Body.None() -> announced;
            case Body.Bytes(var bytes) -> Math.max(announced, bytes.length);
            case Body.Stream(var content) -> Math.max(announced, content.length());
        };
    }
}
