package org.meshbed.nodes.share;

import java.util.Optional;

/** What users of this node have: the node knows, who shares it on asks. */
@FunctionalInterface
public interface Belongings {
    /** The user's file or folder at this path, as it can be shared; empty where it or the user is not here. */
    Optional<Offer> offer(String user, String path);
}
