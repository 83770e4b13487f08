package org.meshbed.nodes.signature;

import java.util.Optional;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.ServerHost;

/** Where the public keys of other servers come from: their own key documents, and nothing else. */
public interface KeySource {
    /**
     * The key of that {@code kid} in the JWK Set of a server.
     *
     * @param anew what is kept is not enough: the signature did not fit the key it has
     */
    Answer jwk(ServerHost signer, String kid, boolean anew);

    /** The {@code publicKey} in the discovery document of a server (1.2), if it is named so there. */
    Answer pem(ServerHost signer, String keyId, boolean anew);

    /** The {@code publicKey} in the discovery document of a server, where it is PEM and nothing else. */
    Answer bare(ServerHost signer);

    /** The form in which that server signs, by its version; empty where it is not known. */
    Optional<SignatureForm> form(ServerHost server);

    /** Whether that server says of itself that it signs. */
    boolean signs(ServerHost server);

    /** What became of the look-up of a key. */
    sealed interface Answer {
        record Key(PeerKey key) implements Answer {}

        /** A key of 1.2, whose algorithm each signature names. */
        record Pem(java.security.PublicKey key) implements Answer {}

        /** The document was read, and there is no such key, or none that can be used. */
        record None(String why) implements Answer {}

        /**
         * The document could not be had.
         *
         * @param passing whether it may be had later
         */
        record Unreachable(String why, boolean passing) implements Answer {}
    }
}
