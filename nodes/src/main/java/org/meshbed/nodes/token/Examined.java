package org.meshbed.nodes.token;

import java.util.Optional;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.token.Codes.Coded;

/**
 * A token request, and what it turned out to speak of.
 *
 * @param form told by its content type
 * @param client who asks, where that is a host
 * @param coded the share whose code it shows, where there is one
 */
record Examined(TokenRequest request, Optional<TokenForm> form, Optional<ServerHost> client, Optional<Coded> coded) {}
