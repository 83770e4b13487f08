package org.meshbed.nodes.node;

import java.util.List;

/** A group local to a node. */
public record Group(String name, List<String> members) {
    public Group {
        members = List.copyOf(members);
    }
}
