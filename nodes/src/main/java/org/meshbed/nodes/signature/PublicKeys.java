package org.meshbed.nodes.signature;

import java.util.Optional;
import org.meshbed.nodes.dialect.OwnDocument.PublicKeyEntry;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.signature.KeySource.Answer;

/** The {@code publicKey} of 1.2, read with distrust. */
public final class PublicKeys {
    private PublicKeys() {}

    /** The key that a document has as a text, without a name. */
    public static Answer bare(Optional<String> pem, ServerHost signer) {
        if (pem.isEmpty()) return new Answer.None(signer + " has no key as a text in its discovery document");
        try {
            return new Answer.Pem(Pem.readAny(pem.get()));
        } catch (Malformed e) {
            return new Answer.None("the key of " + signer + " cannot be used: " + e.getMessage());
        }
    }

    /** The key in the entry of that name; empty where the server's document has none of that name. */
    public static Answer named(Optional<PublicKeyEntry> entry, String keyId, ServerHost signer) {
        var named = "the key '" + NotWellFormed.quote(keyId) + "' of " + signer;
        if (entry.isEmpty()) return new Answer.None(named + " is not in its discovery document");
        try {
            return new Answer.Pem(Pem.read(entry.get().publicKeyPem()));
        } catch (Malformed e) {
            return new Answer.None(named + " cannot be used: " + e.getMessage());
        }
    }
}
