package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * What a peer is among the others.
 *
 * @param word its name in the journal, and below {@code localhost}
 * @param api where its messages go: an unusual place, that only those who read its document can know
 * @param otherwise changes a right discovery document into its own
 * @param needsInvite whether it takes shares from those alone whom one of its people has met by an invite
 */
record Role(String word, String api, Consumer<ObjectNode> otherwise, boolean needsInvite) {
    /** One more that takes files and folders, and is met by nobody before its probe. */
    static Role further(String word) {
        return new Role(word, "/far/api", _ -> {}, false);
    }
}
