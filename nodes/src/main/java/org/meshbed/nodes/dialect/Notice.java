package org.meshbed.nodes.dialect;

import java.util.Optional;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;

/**
 * A notification to another server, before a dialect gives it a form.
 *
 * @param subject the share id, or the identifier of the removed user or group
 * @param secret of the share; empty where it is about no share
 * @param resourceType of the share; without meaning for a removed recipient
 * @param permissions that the share has from now on, where they change
 */
public record Notice(
        Type type,
        ServerHost sender,
        String subject,
        Optional<SharedSecret> secret,
        ResourceType resourceType,
        ShareType shareType,
        Optional<Permissions> permissions,
        String message) {

    /** What a notification says; each version has its own names for these, or none. */
    public enum Type {
        SHARE_ACCEPTED,
        SHARE_DECLINED,
        SHARE_UNSHARED,
        SHARE_CHANGE_PERMISSION,
        REQUEST_RESHARE,
        REQUEST_SHARE,
        /** A reshare is given up; in lists up to 1.4, never defined there. */
        RESHARE_UNDO,
        USER_REMOVED,
        GROUP_REMOVED
    }

    /** News of a share. */
    public static Notice of(
            Type type,
            ServerHost sender,
            ShareId share,
            SharedSecret secret,
            ResourceType resourceType,
            ShareType shareType,
            String message) {
        return new Notice(
                type, sender, share.value(), Optional.of(secret), resourceType, shareType, Optional.empty(), message);
    }

    /** A user or group of the sender is gone. */
    public static Notice removed(OcmAddress recipient, ShareType shareType, String message) {
        var type = shareType == ShareType.USER ? Type.USER_REMOVED : Type.GROUP_REMOVED;
        return new Notice(
                type,
                recipient.host(),
                recipient.identifier(),
                Optional.empty(),
                ResourceType.FILE,
                shareType,
                Optional.empty(),
                message);
    }

    /** The same of a share that has another id at that server. */
    public Notice about(String id) {
        return new Notice(type, sender, id, secret, resourceType, shareType, permissions, message);
    }

    public Notice with(Permissions changed) {
        return new Notice(type, sender, subject, secret, resourceType, shareType, Optional.of(changed), message);
    }
}
