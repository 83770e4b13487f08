package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;

/**
 * What some products keep of a sent share beside the rest.
 *
 * @param typed the recipient as somebody typed it
 * @param asker the address of who asked to share on, at whose server a share of its own goes with this one; empty where
 *     nobody did
 * @param askerId of that other share
 * @param owner the server of the owner, where this is the share that goes with one there; else empty
 * @param ownerId of the share there
 * @param from the owner of what is shared on, which lies elsewhere; else empty
 * @param most what the share permits at most, whatever is said of it later: words between spaces; empty for all
 */
record Beside(String typed, String asker, String askerId, String owner, String ownerId, String from, String most) {
    static final Beside NOTHING = new Beside("", "", "", "", "", "", "");

    static Beside typed(String typed) {
        return new Beside(typed, "", "", "", "", "", "");
    }

    static Beside goingWith(String owner, String id) {
        return new Beside("", "", "", owner, id, "", "");
    }

    static Beside onward(String typed, String from) {
        return new Beside(typed, "", "", "", "", from, "");
    }

    Beside asked(String address, String id) {
        return new Beside(typed, address, id, owner, ownerId, from, most);
    }

    Beside atMost(Permissions permissions) {
        return new Beside(typed, asker, askerId, owner, ownerId, from, String.join(" ", permissions.words()));
    }

    /** As much of these as the share permits at all. */
    Permissions within(Permissions said) {
        return most.isEmpty() ? said : said.within(Permissions.of(List.of(most.split(" ", -1))));
    }

    Optional<OcmAddress> whoAsked() {
        return asker.isEmpty() ? Optional.empty() : Optional.of(OcmAddress.parse(asker));
    }
}
