package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param behind the received share that this one passes on; else empty, or missing in what was kept by older versions
 * @param maker the identifier of whoever had shared that one; else empty
 * @param from the owner of what is shared on, which lies elsewhere and is not passed on; else empty
 * @param most what the share permits at most, whatever is said of it later: words between spaces; empty for all
 */
record Beside(
        String typed,
        String asker,
        String askerId,
        String owner,
        String ownerId,
        @Nullable String behind,
        @Nullable String maker,
        @Nullable String from,
        @Nullable String most) {
    static final Beside NOTHING = typed("");

    static Beside typed(String typed) {
        return new Beside(typed, "", "", "", "", "", "", "", "");
    }

    static Beside goingWith(String owner, String id) {
        return new Beside("", "", "", owner, id, "", "", "", "");
    }

    static Beside onward(String typed, String from) {
        return new Beside(typed, "", "", "", "", "", "", from, "");
    }

    static Beside passingOn(String typed, StoredReceived received) {
        var maker = OcmAddress.parse(received.sender()).identifier();
        return new Beside(typed, "", "", "", "", received.key(), maker, "", "");
    }

    Beside asked(String address, String id) {
        return new Beside(typed, address, id, owner, ownerId, behind, maker, from, most);
    }

    Beside atMost(Permissions permissions) {
        var words = String.join(" ", permissions.words());
        return new Beside(typed, asker, askerId, owner, ownerId, behind, maker, from, words);
    }

    /** Whether it is written what the share permits at most. */
    boolean bounded() {
        return most != null && !most.isEmpty();
    }

    /** As much of these as the share permits at all. */
    Permissions within(Permissions said) {
        return most == null || most.isEmpty() ? said : said.within(Permissions.of(List.of(most.split(" ", -1))));
    }

    /** The owner of what is shared on. */
    Optional<String> elsewhere() {
        return Optional.ofNullable(from).filter(address -> !address.isEmpty());
    }

    /** The received share that this one passes on. */
    Optional<String> received() {
        return Optional.ofNullable(behind).filter(key -> !key.isEmpty());
    }

    /** Whoever had shared that one. */
    Optional<String> before() {
        return Optional.ofNullable(maker).filter(id -> !id.isEmpty());
    }

    Optional<OcmAddress> whoAsked() {
        return asker.isEmpty() ? Optional.empty() : Optional.of(OcmAddress.parse(asker));
    }
}
