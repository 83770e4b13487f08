package org.meshbed.nodes.resource;

import java.util.Optional;

/** What must hold of the node at a path at the moment of the change; looked at in the same step as the change. */
@FunctionalInterface
public interface Condition {
    Condition NONE = _ -> true;

    boolean holds(Optional<Node> now);
}
