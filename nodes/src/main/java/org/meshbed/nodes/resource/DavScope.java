package org.meshbed.nodes.resource;

import java.util.Optional;
import java.util.function.Supplier;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessProperties;
import org.meshbed.nodes.vendor.quirk.Facts;

/**
 * The part of a user's files that a WebDAV request may touch, and how.
 *
 * @param user whose files they are
 * @param root the shared file or folder among them; empty for the whole home
 * @param prefix the raw path under which the root is mounted, without a slash at its end; {@code /dav/ocm/7c1e}
 * @param origin under which this server is known: a {@code Destination} elsewhere is refused
 * @param rootToo whether what is shared can be deleted itself
 * @param own the properties that a vendor tells in its own way, and what its templates may say
 */
public record DavScope(
        String user,
        String root,
        Permissions permissions,
        String prefix,
        Origin origin,
        boolean rootToo,
        Optional<AccessProperties> own,
        Supplier<Facts> facts) {
    /** What is shared stays, and its properties are those of WebDAV. */
    public DavScope(String user, String root, Permissions permissions, String prefix, Origin origin) {
        this(user, root, permissions, prefix, origin, false, Optional.empty(), () -> Facts.NONE);
    }

    public DavScope {
        if (prefix.endsWith("/")) prefix = prefix.substring(0, prefix.length() - 1);
    }

    /** The same, mounted elsewhere. */
    public DavScope at(String path) {
        return new DavScope(user, root, permissions, path, origin, rootToo, own, facts);
    }
}
