package org.meshbed.simulator.world.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.simulator.time.Mailbox;

/** The exchanges that one incarnation of a server is answering. */
final class Calls {
    private final List<Mailbox<Exchange>> open = new ArrayList<>();

    void begin(Mailbox<Exchange> caller) {
        open.add(caller);
    }

    void end(Mailbox<Exchange> caller) {
        open.remove(caller);
    }

    /** The server crashes: its callers see their connections break. */
    void breakAll(String why) {
        for (var caller : List.copyOf(open)) caller.put(new Exchange.Reset(true, why), Duration.ZERO);
        open.clear();
    }
}
