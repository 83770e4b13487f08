package org.meshbed.nodes.signature;

import java.security.PublicKey;

/**
 * A public key of another server, as its key document has it.
 *
 * @param kid its name there, compared as text
 */
public record PeerKey(String kid, Algorithm algorithm, PublicKey key) {
    boolean verifies(byte[] base, byte[] signature) {
        return algorithm.verifies(key, base, signature);
    }
}
