package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.party.SentShare;

/**
 * A share as its sending server keeps it, under its id.
 *
 * @param expires ISO instant, empty for never
 */
record StoredSent(
        String id,
        String user,
        String path,
        String shareWith,
        ShareType shareType,
        ResourceType resourceType,
        List<String> permissions,
        String secret,
        String expires,
        SentShare.State state) {

    OcmAddress recipient() {
        return OcmAddress.parse(shareWith);
    }

    Permissions granted() {
        return Permissions.of(permissions);
    }

    Optional<Instant> expiry() {
        return expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires));
    }

    boolean currentAt(Instant now) {
        return expiry().map(now::isBefore).orElse(true);
    }

    StoredSent in(SentShare.State next) {
        return new StoredSent(id, user, path, shareWith, shareType, resourceType, permissions, secret, expires, next);
    }

    StoredSent until(Optional<Instant> expiry) {
        var text = expiry.map(Instant::toString).orElse("");
        return new StoredSent(id, user, path, shareWith, shareType, resourceType, permissions, secret, text, state);
    }

    StoredSent with(Permissions other) {
        return new StoredSent(
                id, user, path, shareWith, shareType, resourceType, other.words(), secret, expires, state);
    }

    SentShare seen() {
        return new SentShare(id, path, shareWith, shareType, resourceType, granted(), expiry(), state);
    }

    Notice notice(Notice.Type type, ServerHost own, String message) {
        return Notice.of(type, own, new ShareId(id), new SharedSecret(secret), resourceType, shareType, message);
    }
}
