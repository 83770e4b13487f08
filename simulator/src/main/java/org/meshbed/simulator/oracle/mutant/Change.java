package org.meshbed.simulator.oracle.mutant;

import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Entry;

/** What a mutant does otherwise than the node it is made from: to what it sends, and to how it answers. */
interface Change {
    /** What stands in place of the transport by which the node sends. */
    default Transport sending(Transport usual) {
        return usual;
    }

    /** The answer to a request; {@code usual} is how the node itself would give it. */
    default WireAnswer answering(WireRequest request, Answering usual) {
        return usual.answer(request);
    }

    /** What a person is told by the node, as the journal has it. */
    default Entry.Action telling(Entry.Action usual) {
        return usual;
    }

    /** How the node answers a request. */
    @FunctionalInterface
    interface Answering {
        WireAnswer answer(WireRequest request);
    }
}
