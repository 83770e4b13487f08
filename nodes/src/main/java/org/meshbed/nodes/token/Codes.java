package org.meshbed.nodes.token;

import java.util.Optional;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.vendor.quirk.Facts;

/** The codes that can be exchanged here: whoever keeps the shares knows them. */
public interface Codes {
    /** What stands behind a code; empty for one that nobody gave out, or whose share has ended. */
    Optional<Coded> find(String code);

    /** A token was given out for a share. */
    default void given(String share, String token) {}

    /** What templates may say of a share. */
    default Facts facts(String share) {
        return Facts.NONE;
    }

    /**
     * A share whose code was shown.
     *
     * @param share its id at this server
     * @param recipient the server it is shared with
     * @param byCode whether it was announced in the words of 1.2, with a code to be exchanged in JSON
     * @param open whether it can be opened: nobody has declined it
     * @param acquainted whether its recipient is a contact of whoever shares it
     */
    record Coded(String share, ServerHost recipient, boolean byCode, boolean open, boolean acquainted) {}
}
