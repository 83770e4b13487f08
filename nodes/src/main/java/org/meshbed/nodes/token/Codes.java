package org.meshbed.nodes.token;

import java.util.Optional;
import org.meshbed.nodes.identity.ServerHost;

/** The codes that can be exchanged here: whoever keeps the shares knows them. */
@FunctionalInterface
public interface Codes {
    /** What stands behind a code; empty for one that nobody gave out, or whose share has ended. */
    Optional<Coded> find(String code);

    /**
     * A share whose code was shown.
     *
     * @param share its id at this server
     * @param recipient the server it is shared with
     * @param byCode whether it was announced in the words of 1.2, with a code to be exchanged in JSON
     * @param open whether it can be opened: nobody has declined it
     */
    record Coded(String share, ServerHost recipient, boolean byCode, boolean open) {}
}
