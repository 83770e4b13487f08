package org.meshbed.nodes.party;

import java.time.Instant;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ShareType;

/**
 * A share as the person who made it sees it in the list of what they shared.
 *
 * @param secondFactor whether whoever opens it must have passed a second factor
 */
public record SentShare(
        String id,
        String path,
        String sharedWith,
        ShareType shareType,
        ResourceType resourceType,
        Permissions permissions,
        Optional<Instant> expiry,
        State state,
        boolean secondFactor) {
    /** Without demands on whoever opens it. */
    public SentShare(
            String id,
            String path,
            String sharedWith,
            ShareType shareType,
            ResourceType resourceType,
            Permissions permissions,
            Optional<Instant> expiry,
            State state) {
        this(id, path, sharedWith, shareType, resourceType, permissions, expiry, state, false);
    }

    public enum State {
        /** Announced and received by the other server; no word of the recipient yet. */
        PENDING,
        ACCEPTED,
        DECLINED,
        /** Announced, but whether the other server took it is not known. */
        UNCLEAR
    }
}
