package org.meshbed.nodes.token;

import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.token.Codes.Coded;

/** One question asked of a token request. It stands by itself, whatever was asked before. */
@FunctionalInterface
interface TokenCheck {
    Optional<Refusal> look(Examined request);

    /**
     * A token request, and what it turned out to speak of.
     *
     * @param form told by its content type
     * @param client who asks, where that is a host
     * @param coded the share whose code it shows, where there is one
     */
    record Examined(
            TokenRequest request, Optional<TokenForm> form, Optional<ServerHost> client, Optional<Coded> coded) {}
}
