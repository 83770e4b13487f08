package org.meshbed.nodes.party;

import org.meshbed.nodes.identity.Permissions;

/**
 * Somebody at another server asks for one of one's own files or folders.
 *
 * @param id under which the node lists the request
 * @param path of what is asked for, among one's own files
 * @param requester the address of who asks
 */
public record RequestedShare(String id, String path, String requester, Permissions permissions) {}
