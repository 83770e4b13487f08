package org.meshbed.nodes.dialect;

import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.SharedSecret;

/**
 * A recipient asks the sending server to share on with a third party, before a dialect gives it a form.
 *
 * @param ownId under which the asking server lists the share; the forms before 1.5 carry it
 */
public record ReshareRequest(
        ServerHost sender,
        ShareId share,
        SharedSecret secret,
        ResourceType resourceType,
        OcmAddress shareWith,
        Permissions permissions,
        String ownId,
        String message) {}
