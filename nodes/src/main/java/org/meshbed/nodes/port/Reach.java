package org.meshbed.nodes.port;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Which addresses a caller lets a name lead it to. A transport asks for each address that it has resolved, right before
 * it connects, and connects to none that was objected to: what was looked at is what is connected to, whatever the name
 * leads to a moment later.
 */
@FunctionalInterface
public interface Reach {
    /** Every address is fine. */
    Reach ANYWHERE = _ -> Optional.empty();

    /** Why this address is not to be connected to; empty where it may. */
    Optional<String> objection(InetAddress address);
}
