package org.meshbed.nodes.share;

import java.util.Optional;
import org.meshbed.nodes.identity.OcmAddress;

/**
 * What some products keep of a sent share beside the rest.
 *
 * @param typed the recipient as somebody typed it
 * @param asker the address of who asked to share on, at whose server a share of its own goes with this one; empty where
 *     nobody did
 * @param askerId of that other share
 * @param owner the server of the owner, where this is the share that goes with one there; else empty
 * @param ownerId of the share there
 */
record Beside(String typed, String asker, String askerId, String owner, String ownerId) {
    static final Beside NOTHING = new Beside("", "", "", "", "");

    static Beside typed(String typed) {
        return new Beside(typed, "", "", "", "");
    }

    Beside asked(String address, String id) {
        return new Beside(typed, address, id, owner, ownerId);
    }

    Optional<OcmAddress> whoAsked() {
        return asker.isEmpty() ? Optional.empty() : Optional.of(OcmAddress.parse(asker));
    }
}
