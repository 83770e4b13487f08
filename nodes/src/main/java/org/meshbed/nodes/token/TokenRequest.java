package org.meshbed.nodes.token;

import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.signature.Signed;

/**
 * A token request under examination; the view of a form has its fields as members.
 *
 * @param contentType as it came, without parameters and in lower case; empty where there was none
 * @param signed its signature
 * @param broken why the body could not be read at all, where it could not; the view is empty then
 */
public record TokenRequest(String contentType, MessageView message, Optional<Refusal> broken, Signed signed) {
    Field<String> grantType() {
        return message.text("grant_type");
    }

    Field<String> clientId() {
        return message.text("client_id");
    }

    Field<String> code() {
        return message.text("code");
    }
}
