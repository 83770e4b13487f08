package org.meshbed.simulator.network;

import java.time.Duration;
import java.util.List;

/**
 * What a link does to one exchange. The caller of a transport sees:
 * <ul>
 *   <li>{@link Cut}: {@code TimedOut} before sending, after the time it gives a connection (packets vanish, as behind a
 *       firewall; only a stopped node refuses);
 *   <li>{@link RequestLost} and {@link ReplyLost}: {@code TimedOut} after sending, after the time it gives a reply,
 *       because it cannot tell the two apart; in the second the request had its effect.
 * </ul>
 */
public sealed interface Fate {
    record Delivered(Duration there, Duration back) implements Fate {}

    /** The request arrives two times, as from a repeating proxy; the first reply counts. A streamed body arrives once. */
    record Doubled(Duration there, Duration back) implements Fate {}

    record Cut() implements Fate {}

    record RequestLost() implements Fate {}

    record ReplyLost(Duration there) implements Fate {}

    /** The fault that was applied, in words for the journal; none where there was none. */
    default List<String> faults() {
        return switch (this) {
            case Delivered(var _, var _) -> List.of();
            case Doubled(var _, var _) -> List.of("request delivered twice");
            case Cut() -> List.of("link cut");
            case RequestLost() -> List.of("request lost");
            case ReplyLost(var _) -> List.of("reply lost");
        };
    }
}
