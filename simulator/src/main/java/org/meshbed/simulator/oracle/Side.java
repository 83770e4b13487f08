package org.meshbed.simulator.oracle;

import java.util.List;
import java.util.Optional;

/**
 * One of the two servers of an exchange, as far as it is known before anything was said.
 *
 * @param ours whether it is a node of this mesh; a stranger may misbehave on purpose
 * @param speaks the dialect of its profile; empty for a stranger, whose discovery document says it
 * @param bends the rules that its profile says it breaks
 * @param host under which its parties' addresses are found, where that is known
 */
public record Side(String name, boolean ours, Optional<Version> speaks, List<String> bends, Optional<String> host) {
    public Side {
        bends = List.copyOf(bends);
    }

    public static Side stranger(String name) {
        return new Side(name, false, Optional.empty(), List.of(), Optional.empty());
    }
}
