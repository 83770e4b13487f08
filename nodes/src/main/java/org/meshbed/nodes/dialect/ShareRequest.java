package org.meshbed.nodes.dialect;

import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;

/**
 * Somebody asks a remote owner for access, before a dialect gives it a form.
 *
 * @param shareWith who asks
 * @param resource identifier or URL of what is asked for
 */
public record ShareRequest(
        OcmAddress owner,
        OcmAddress shareWith,
        String resource,
        ResourceType resourceType,
        Permissions permissions,
        String message) {}
