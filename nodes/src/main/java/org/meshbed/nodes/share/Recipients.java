package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;

/** Who can receive shares at a node. */
public interface Recipients {
    /** The display name of a user; empty where there is none of that name (case counts). */
    Optional<String> user(String identifier);

    /** Everybody who has an account. */
    List<String> users();

    /** The members of a group; empty where there is no group of that name. */
    Optional<List<String>> group(String name);
}
