package org.meshbed.nodes.resource;

import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;

/**
 * The part of a user's files that a WebDAV request may touch, and how.
 *
 * @param user whose files they are
 * @param root the shared file or folder among them; empty for the whole home
 * @param prefix the raw path under which the root is mounted, without a slash at its end; {@code /dav/ocm/7c1e}
 * @param origin under which this server is known: a {@code Destination} elsewhere is refused
 * @param rootToo whether what is shared can be deleted itself
 */
public record DavScope(
        String user, String root, Permissions permissions, String prefix, Origin origin, boolean rootToo) {
    /** What is shared stays. */
    public DavScope(String user, String root, Permissions permissions, String prefix, Origin origin) {
        this(user, root, permissions, prefix, origin, false);
    }

    public DavScope {
        if (prefix.endsWith("/")) prefix = prefix.substring(0, prefix.length() - 1);
    }
}
