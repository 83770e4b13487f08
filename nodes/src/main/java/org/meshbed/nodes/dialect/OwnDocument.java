package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meshbed.nodes.identity.Endpoint;

/**
 * What a node says of itself in its discovery document.
 *
 * @param webdavPath prefix of shared resources, starts with {@code /}
 * @param publicKey the key of 1.2, where the node has one to show
 * @param jwksUri where its JWK Set is, where its version says so in the document
 * @param tokenEndPoint where codes are exchanged; empty where they are not
 */
public record OwnDocument(
        boolean enabled,
        Endpoint endPoint,
        String provider,
        String webdavPath,
        List<String> shareTypes,
        Set<Capability> capabilities,
        Set<Criterion> criteria,
        Optional<PublicKeyEntry> publicKey,
        Optional<Endpoint> jwksUri,
        Optional<Endpoint> tokenEndPoint) {
    /** A public key as 1.2 publishes it: a URL on this host as its name, and PEM. */
    public record PublicKeyEntry(String keyId, String publicKeyPem) {}
}
