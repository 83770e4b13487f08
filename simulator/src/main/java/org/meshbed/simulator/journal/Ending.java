package org.meshbed.simulator.journal;

import java.util.List;
import java.util.function.Consumer;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;

/** Makes the entry of an exchange that ended. */
record Ending(long exchange, Stamp stamp, Exchange result, List<String> faults) {

    /** @param learn takes what the reply tells before it is masked */
    Entry.ExchangeEnded entry(Masks masks, Payloads payloads, Consumer<Gleanings> learn) {
        return switch (result) {
            case Exchange.Replied(var reply) -> replied(reply, masks, payloads, learn);
            case Exchange.Refused(var why) -> failed(Entry.Outcome.REFUSED, masks.mask(why), false);
            case Exchange.TlsFailed(var why) -> failed(Entry.Outcome.TLS_FAILED, masks.mask(why), false);
            case Exchange.Reset(var after, var why) -> failed(Entry.Outcome.RESET, masks.mask(why), after);
            case Exchange.TimedOut(var after, var why) -> failed(Entry.Outcome.TIMED_OUT, masks.mask(why), after);
        };
    }

    private Entry.ExchangeEnded replied(WireReply reply, Masks masks, Payloads payloads, Consumer<Gleanings> learn) {
        var text = Payloads.text(reply.body());
        var gleaned = new Gleanings();
        gleaned.headers(reply.headers());
        gleaned.body(text);
        learn.accept(gleaned);
        return new Entry.ExchangeEnded(
                stamp,
                exchange,
                Entry.Outcome.REPLIED,
                reply.status(),
                "",
                true,
                masks.mask(reply.headers()),
                reply.framing(),
                payloads.of(reply.body(), text),
                faults,
                Spare.exchange(result));
    }

    private Entry.ExchangeEnded failed(Entry.Outcome outcome, String why, boolean afterSending) {
        return new Entry.ExchangeEnded(
                stamp,
                exchange,
                outcome,
                0,
                why,
                afterSending,
                Headers.NONE,
                Framing.NONE,
                Payload.NONE,
                faults,
                new Raw<>(result));
    }
}
