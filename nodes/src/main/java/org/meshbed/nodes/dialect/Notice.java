package org.meshbed.nodes.dialect;

import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;

/** A notification about one share, before a dialect gives it a form. */
public record Notice(
        Type type,
        ServerHost sender,
        ShareId share,
        SharedSecret secret,
        ResourceType resourceType,
        ShareType shareType,
        String message) {
    public enum Type {
        SHARE_ACCEPTED,
        SHARE_DECLINED,
        SHARE_UNSHARED
    }
}
