package org.meshbed.simulator.world.virtual;

import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.time.Lifetime;

/** Something that can be called: a node or a foreign server. */
interface Server {
    String name();

    Origin origin();

    /** What serves now; empty while it is stopped. */
    Optional<Door> door();

    /** One incarnation of the server, open for requests. */
    interface Door {
        Lifetime life();

        WireAnswer answer(WireRequest request);

        /** Told when an exchange is being answered and when no longer: a crash breaks those that are. */
        Calls calls();
    }
}
