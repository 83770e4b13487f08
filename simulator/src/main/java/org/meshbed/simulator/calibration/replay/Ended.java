package org.meshbed.simulator.calibration.replay;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.simulator.calibration.compare.Comparison;
import org.meshbed.simulator.calibration.compare.Difference;
import org.meshbed.simulator.calibration.trace.Entry;

/**
 * How the node ended an exchange.
 *
 * @param silence how it ended where there is no reply
 * @param took milliseconds until then
 */
record Ended(Optional<WireReply> reply, Silence silence, long took) {
    static Ended with(WireReply reply, long took) {
        return new Ended(Optional.of(reply), Silence.UNTOLD, took);
    }

    static Ended without(Silence silence, long took) {
        return new Ended(Optional.empty(), silence, took);
    }

    /** What differs from the recorded end. A reply that comes after the recorded caller had given up, nobody saw. */
    List<Difference> differences(Entry.Exchanged record, Comparison comparison) {
        var recorded = Silence.of(record.silence());
        var own = reply.filter(_ -> record.response().isPresent() || recorded != Silence.OPEN || took <= record.took());
        if (record.response().isPresent() && own.isPresent())
            return comparison.responses(record.response().get(), own.get());
        if (record.response().isEmpty() && own.isEmpty() && recorded.is(reply.isPresent() ? Silence.OPEN : silence))
            return List.of();
        return List.of(new Difference(
                Difference.STATUS,
                record.response().map(r -> Integer.toString(r.status())).orElse(record.silence()),
                own.map(r -> Integer.toString(r.status())).orElse(silence.words())));
    }
}
