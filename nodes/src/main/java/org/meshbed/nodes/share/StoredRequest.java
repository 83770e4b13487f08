package org.meshbed.nodes.share;

import java.util.List;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.party.RequestedShare;

/**
 * A request for a share that waits for its owner, as the owner's server keeps it.
 *
 * @param resource as it was asked for
 * @param path of that among the owner's files
 * @param beingAnswered the owner has decided and the answer is on its way: nobody decides again
 */
record StoredRequest(
        String id,
        String owner,
        String resource,
        String path,
        ResourceType resourceType,
        String shareWith,
        List<String> permissions,
        boolean beingAnswered) {
    StoredRequest beingAnswered(boolean now) {
        return new StoredRequest(id, owner, resource, path, resourceType, shareWith, permissions, now);
    }

    OcmAddress requester() {
        return OcmAddress.parse(shareWith);
    }

    Permissions wanted() {
        return Permissions.of(permissions);
    }

    RequestedShare seen() {
        return new RequestedShare(id, path, shareWith, wanted());
    }
}
