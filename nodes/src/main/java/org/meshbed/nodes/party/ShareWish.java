package org.meshbed.nodes.party;

import java.time.Instant;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;

/**
 * What a person fills in to share something.
 *
 * @param path among the person's own files
 * @param shareWith as typed: nothing is checked before the node looks at it
 * @param secondFactor whether whoever opens it must have passed a second factor
 * @param server to which it goes, where the product asks for that beside the address, and then the address is not looked at
 */
public record ShareWish(
        String path,
        String shareWith,
        ShareType shareType,
        Permissions permissions,
        Optional<Instant> expiry,
        boolean secondFactor,
        Optional<String> server) {
    /** Without demands on whoever opens it. */
    public ShareWish(
            String path, String shareWith, ShareType shareType, Permissions permissions, Optional<Instant> expiry) {
        this(path, shareWith, shareType, permissions, expiry, false);
    }

    /** The server is that of the address. */
    public ShareWish(
            String path,
            String shareWith,
            ShareType shareType,
            Permissions permissions,
            Optional<Instant> expiry,
            boolean secondFactor) {
        this(path, shareWith, shareType, permissions, expiry, secondFactor, Optional.empty());
    }

    /** The same, to a server that was typed beside the address. */
    public ShareWish at(String server) {
        return new ShareWish(path, shareWith, shareType, permissions, expiry, secondFactor, Optional.of(server));
    }

    /** The same, for those only who have passed a second factor. */
    public ShareWish behindASecondFactor() {
        return new ShareWish(path, shareWith, shareType, permissions, expiry, true, server);
    }

    public static ShareWish of(String path, String shareWith) {
        return new ShareWish(path, shareWith, ShareType.USER, Permissions.READ, Optional.empty());
    }
}
