package org.meshbed.nodes.dialect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;

/**
 * A share to be announced, before a dialect gives it a form.
 *
 * @param location URL under which the resource is reached
 * @param peerTakes the form of the uri that the receiving server says it takes
 * @param size in bytes, of a file
 * @param requirements that the recipient must meet
 * @param exchangeable whether the secret may be exchanged for a token, and the other server can do that
 */
public record ShareAnnouncement(
        OcmAddress shareWith,
        String name,
        ShareId id,
        OcmAddress owner,
        String ownerDisplayName,
        ShareType shareType,
        ResourceType resourceType,
        Optional<Instant> expiration,
        SharedSecret secret,
        Permissions permissions,
        Endpoint location,
        UriForm peerTakes,
        Optional<Long> size,
        List<Requirement> requirements,
        boolean exchangeable) {
    public ShareAnnouncement {
        requirements = List.copyOf(requirements);
    }
}
