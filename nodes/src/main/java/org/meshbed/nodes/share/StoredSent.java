package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.OcsPermissions;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.vendor.Errand;

/**
 * A share as its sending server keeps it, under its id.
 *
 * @param server that it was sent to: that of the address, or another one that was named
 * @param expires ISO instant, empty for never
 * @param exchange whether the secret opens nothing, but has to be exchanged for a token
 * @param byCode whether it was announced with a code for that, as 1.2 has it
 * @param secondFactor whether whoever opens it must have passed a second factor
 * @param beside what only some products keep
 */
record StoredSent(
        String id,
        String user,
        String path,
        String shareWith,
        String server,
        ShareType shareType,
        ResourceType resourceType,
        List<String> permissions,
        String secret,
        String expires,
        SentShare.State state,
        boolean exchange,
        boolean byCode,
        boolean secondFactor,
        Beside beside) {

    /** Where a product asks for the server apart, what stands beside it may be no address. */
    OcmAddress recipient() {
        try {
            return OcmAddress.parse(shareWith);
        } catch (NotWellFormed e) {
            return new OcmAddress(shareWith, receiver());
        }
    }

    ServerHost receiver() {
        return ServerHost.parse(server);
    }

    /** What it is said to permit. */
    Permissions granted() {
        return Permissions.of(permissions);
    }

    /** What it does permit. */
    Permissions effective() {
        return beside.within(granted());
    }

    Optional<Instant> expiry() {
        return expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires));
    }

    boolean currentAt(Instant now) {
        return expiry().map(now::isBefore).orElse(true);
    }

    StoredSent in(SentShare.State next) {
        return with(permissions, expires, next);
    }

    StoredSent until(Optional<Instant> expiry) {
        return with(permissions, expiry.map(Instant::toString).orElse(""), state);
    }

    StoredSent with(Permissions other) {
        return with(other.words(), expires, state, path, beside);
    }

    StoredSent with(Beside other) {
        return with(permissions, expires, state, path, other);
    }

    /** The same, where what is shared was moved to. */
    StoredSent at(String other) {
        return with(permissions, expires, state, other, beside);
    }

    private StoredSent with(List<String> permissions, String expires, SentShare.State state) {
        return with(permissions, expires, state, path, beside);
    }

    private StoredSent with(
            List<String> permissions, String expires, SentShare.State state, String path, Beside beside) {
        return new StoredSent(
                id,
                user,
                path,
                shareWith,
                server,
                shareType,
                resourceType,
                permissions,
                secret,
                expires,
                state,
                exchange,
                byCode,
                secondFactor,
                beside);
    }

    /** What templates may say of it. */
    Map<String, String> facts() {
        var facts = Errand.values(
                "id", id,
                "secret", secret,
                "recipient", shareWith,
                "name", path.substring(path.lastIndexOf('/') + 1),
                "path", path,
                "type", resourceType.word(),
                "permissions", String.join(" ", permissions),
                "requires", exchange ? "must-exchange-token" : "",
                "state", SentShares.word(state),
                "typed", beside.typed().isEmpty() ? shareWith : beside.typed(),
                "asker", beside.asker(),
                "maker", beside.before().orElse(user),
                "sent-by", beside.whoAsked().map(OcmAddress::identifier).orElse(user),
                "bits", Integer.toString(OcsPermissions.bits(granted())));
        beside.elsewhere().ifPresent(owner -> facts.put("owner", owner));
        return facts;
    }

    SentShare seen() {
        return new SentShare(id, path, shareWith, shareType, resourceType, granted(), expiry(), state, secondFactor);
    }

    Notice notice(Notice.Type type, ServerHost own, String message) {
        return Notice.of(type, own, new ShareId(id), new SharedSecret(secret), resourceType, shareType, message);
    }
}
