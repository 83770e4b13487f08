package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.party.ReceivedShare;

/**
 * A share as its receiving server keeps it.
 *
 * @param providerId the id of the share at its sending server
 * @param recipient the user or group at this node
 * @param typeGuessed whether the announcement did not say what kind of thing is shared
 * @param uri of the webdav access, empty in the 1.0 form
 * @param secret or, where 1.2 sends a code in its place, that code
 * @param code to be exchanged for a token (1.2); empty where there was none
 * @param exchange whether the secret has to be exchanged for a token
 * @param secondFactor whether whoever opens it must have passed a second factor
 * @param expires ISO instant, empty for never
 * @param states of each user who has answered; whoever is missing has it pending
 * @param copy counts the shares that came under one id, where each is kept; 0 for the first
 * @param scheme that the address of the sender had; empty where it had none
 * @param fingerprint of the message: a repeated one is the same share, another one a conflict
 */
record StoredReceived(
        String providerId,
        String sender,
        String owner,
        String name,
        String recipient,
        ShareType shareType,
        ResourceType resourceType,
        boolean typeGuessed,
        ShareView.Form form,
        String uri,
        String secret,
        String code,
        boolean exchange,
        boolean secondFactor,
        List<String> permissions,
        String expires,
        Map<String, ReceivedShare.State> states,
        String fingerprint,
        int copy,
        String scheme) {

    /** Under which the share is kept and listed: unique, since share ids are unique per sending server. */
    String key() {
        return key(server(), providerId) + (copy == 0 ? "" : "#" + copy);
    }

    /** One more share under the same id. */
    StoredReceived again() {
        return as(name, resourceType, typeGuessed, uri, permissions, states, copy + 1);
    }

    static String key(ServerHost server, String providerId) {
        return server + "/" + providerId;
    }

    ServerHost server() {
        return OcmAddress.parse(sender).host();
    }

    /** Where the sending server is, as the address of the sender says it. */
    Origin origin() {
        return new Origin("http".equals(scheme) ? Scheme.HTTP : Scheme.HTTPS, server());
    }

    ReceivedShare.State of(String user) {
        return states.getOrDefault(user, ReceivedShare.State.PENDING);
    }

    StoredReceived with(String user, ReceivedShare.State state) {
        var changed = new LinkedHashMap<>(states);
        changed.put(user, state);
        return as(name, resourceType, typeGuessed, uri, permissions, changed, copy);
    }

    /** What it turned out to be. */
    StoredReceived being(ResourceType type) {
        return as(name, type, false, uri, permissions, states, copy);
    }

    /** The same under another name. */
    StoredReceived named(String other) {
        return as(other, resourceType, typeGuessed, uri, permissions, states, copy);
    }

    /** The same, with another address. */
    StoredReceived at(String address) {
        return as(name, resourceType, typeGuessed, address, permissions, states, copy);
    }

    StoredReceived with(Permissions other) {
        return as(name, resourceType, typeGuessed, uri, other.words(), states, copy);
    }

    /** The same but for what changes in the life of a share. */
    private StoredReceived as(
            String name,
            ResourceType resourceType,
            boolean typeGuessed,
            String uri,
            List<String> permissions,
            Map<String, ReceivedShare.State> states,
            int copy) {
        return new StoredReceived(
                providerId,
                sender,
                owner,
                name,
                recipient,
                shareType,
                resourceType,
                typeGuessed,
                form,
                uri,
                secret,
                code,
                exchange,
                secondFactor,
                permissions,
                expires,
                states,
                fingerprint,
                copy,
                scheme);
    }

    Optional<Instant> expiry() {
        return expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires));
    }

    boolean currentAt(Instant now) {
        return expiry().map(now::isBefore).orElse(true);
    }

    ReceivedShare seen(String user) {
        var viaGroup = shareType == ShareType.GROUP ? Optional.of(recipient) : Optional.<String>empty();
        return new ReceivedShare(
                key(), name, owner, sender, resourceType, Permissions.of(permissions), expiry(), viaGroup, of(user));
    }

    Notice notice(Notice.Type type, ServerHost own, String message) {
        return new Notice(type, own, providerId, secretThere(), resourceType, shareType, Optional.empty(), message);
    }

    /** A vendor that looks at little may have taken a share without one. */
    private Optional<SharedSecret> secretThere() {
        return secret.isEmpty() || secret.length() > SharedSecret.LONGEST
                ? Optional.empty()
                : Optional.of(new SharedSecret(secret));
    }
}
