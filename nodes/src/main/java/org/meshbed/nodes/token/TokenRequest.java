package org.meshbed.nodes.token;

import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.vendor.Received;

/**
 * A token request under examination; the view of a form has its fields as members.
 *
 * @param contentType as it came, without parameters and in lower case; empty where there was none
 * @param received the form or JSON
 * @param signed its signature, to be looked at in the name of the client
 * @param byAddress whether the client may be named as somebody at its server
 */
public record TokenRequest(String contentType, Received received, Signed signed, boolean byAddress) {
    MessageView message() {
        return received.view();
    }

    Optional<Refusal> broken() {
        return received.broken();
    }

    Field<String> grantType() {
        return message().text("grant_type");
    }

    Field<String> clientId() {
        return message().text("client_id");
    }

    Field<String> code() {
        return message().text("code");
    }
}
