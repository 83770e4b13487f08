package org.meshbed.nodes.party;

import java.time.Instant;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;

/**
 * A share as its recipient sees it.
 *
 * @param id under which this node lists it; not the id on the wire
 * @param viaGroup the group it was shared with, where it was not the person alone
 */
public record ReceivedShare(
        String id,
        String name,
        String owner,
        String sender,
        ResourceType resourceType,
        Permissions permissions,
        Optional<Instant> expiry,
        Optional<String> viaGroup,
        State state) {
    public enum State {
        PENDING,
        ACCEPTED,
        DECLINED,
        /** Its sender took it back, and it is listed all the same. */
        UNSHARED
    }
}
