package org.meshbed.nodes.share;

import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.party.AskedShare;

/** What a user of this node has asked somebody at another server to share. */
record StoredAsk(String user, String owner, String resource, AskedShare.State state) {
    String key() {
        return user + "\n" + owner + "\n" + resource;
    }

    OcmAddress ownerAddress() {
        return OcmAddress.parse(owner);
    }

    StoredAsk declined() {
        return new StoredAsk(user, owner, resource, AskedShare.State.DECLINED);
    }

    AskedShare seen() {
        return new AskedShare(owner, resource, state);
    }
}
