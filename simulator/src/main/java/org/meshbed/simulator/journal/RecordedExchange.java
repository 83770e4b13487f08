package org.meshbed.simulator.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A request and how it ended, joined.
 *
 * @param ended empty while the exchange goes on
 * @param requestContent what passed of a request body that was a stream, the last time it was read
 * @param replyContent the same of the reply
 */
public record RecordedExchange(
        Entry.ExchangeStarted started,
        Optional<Entry.ExchangeEnded> ended,
        Optional<Payload> requestContent,
        Optional<Payload> replyContent) {

    /** All exchanges among these entries, in the order in which they started. */
    public static List<RecordedExchange> among(List<Entry> entries) {
        var joined = new LinkedHashMap<Long, RecordedExchange>();
        for (var entry : entries) {
            if (entry instanceof Entry.ExchangeStarted started) joined.put(started.exchange(), begun(started));
            if (entry instanceof Entry.ExchangeEnded end)
                joined.computeIfPresent(end.exchange(), (n, x) -> x.ended(end));
            if (entry instanceof Entry.ContentPassed content)
                joined.computeIfPresent(content.exchange(), (n, x) -> x.with(content));
        }
        return new ArrayList<>(joined.values());
    }

    /** The body of the request: the stream's content where it was one and was read. */
    public Payload request() {
        return requestContent.orElse(started.body());
    }

    /** The body of the reply: the stream's content where it was one and was read; nothing where no reply came. */
    public Payload reply() {
        return replyContent.orElse(ended.map(Entry.ExchangeEnded::body).orElse(Payload.NONE));
    }

    private static RecordedExchange begun(Entry.ExchangeStarted started) {
        return new RecordedExchange(started, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private RecordedExchange ended(Entry.ExchangeEnded end) {
        return new RecordedExchange(started, Optional.of(end), requestContent, replyContent);
    }

    private RecordedExchange with(Entry.ContentPassed content) {
        return content.reply()
                ? new RecordedExchange(started, ended, requestContent, Optional.of(content.body()))
                : new RecordedExchange(started, ended, Optional.of(content.body()), replyContent);
    }
}
