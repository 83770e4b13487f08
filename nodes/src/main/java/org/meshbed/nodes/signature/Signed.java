package org.meshbed.nodes.signature;

import java.util.Optional;
import org.meshbed.nodes.identity.ServerHost;

/** The signature of a request that came, to be looked at once it is known in whose name the request speaks. */
@FunctionalInterface
public interface Signed {
    /** Of calls that know no signatures. */
    Signed NOT = _ -> new Verdict.Unsigned("there is no signature");

    /** Whether there is a signature at all, whatever it is worth. */
    default boolean there() {
        return false;
    }

    /** @param claimed the server that the message says it comes from; empty where it says none */
    Verdict look(Optional<ServerHost> claimed);
}
