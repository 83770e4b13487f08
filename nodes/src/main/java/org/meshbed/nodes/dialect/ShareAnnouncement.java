package org.meshbed.nodes.dialect;

import java.time.Instant;
import java.util.Optional;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;

/** A share to be announced, before a dialect gives it a form. */
public record ShareAnnouncement(
        OcmAddress shareWith,
        String name,
        ShareId id,
        OcmAddress owner,
        String ownerDisplayName,
        ShareType shareType,
        ResourceType resourceType,
        Optional<Instant> expiration,
        SharedSecret secret,
        Permissions permissions) {}
