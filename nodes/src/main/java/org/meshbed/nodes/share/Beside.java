package org.meshbed.nodes.share;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.OcmAddress;

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
 * @param offers what goes with the share beside files; else empty
 */
record Beside(
        String typed,
        String asker,
        String askerId,
        String owner,
        String ownerId,
        @Nullable String behind,
        @Nullable String maker,
        @Nullable String offers) {
    static final Beside NOTHING = typed("");

    static Beside typed(String typed) {
        return new Beside(typed, "", "", "", "", "", "", "");
    }

    static Beside passingOn(String typed, StoredReceived received) {
        var maker = OcmAddress.parse(received.sender()).identifier();
        return new Beside(typed, "", "", "", "", received.key(), maker, "");
    }

    Beside asked(String address, String id) {
        return new Beside(typed, address, id, owner, ownerId, behind, maker, offers);
    }

    Beside offering(String things) {
        return new Beside(typed, asker, askerId, owner, ownerId, behind, maker, things);
    }

    /** What goes with the share beside files, in words with blanks between them. */
    String more() {
        return Optional.ofNullable(offers).orElse("");
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
