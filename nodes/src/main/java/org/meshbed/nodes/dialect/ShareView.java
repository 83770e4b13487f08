package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.Field;

/**
 * A share creation notification as it came, its fields found by one dialect; nothing in it is right by being here.
 *
 * @param protocolName {@code protocol.name}
 * @param offered the names of the protocol entries that came
 * @param code to be exchanged for a token (1.2), instead of a secret
 * @param access what this dialect understands of the webdav access, empty where nothing of it was there
 */
public record ShareView(
        Field<String> shareWith,
        Field<String> name,
        Field<String> providerId,
        Field<String> owner,
        Field<String> sender,
        Field<String> ownerDisplayName,
        Field<String> senderDisplayName,
        Field<String> shareType,
        Field<String> resourceType,
        Field<Long> expiration,
        Field<?> protocol,
        Field<String> protocolName,
        List<String> offered,
        Field<String> code,
        Optional<AccessView> access) {

    /** How the resource can be reached, as it came. */
    public record AccessView(
            Form form,
            Field<String> uri,
            Field<String> sharedSecret,
            Field<List<String>> permissions,
            Field<List<String>> requirements,
            Field<List<String>> accessTypes) {}

    /** Which of the two webdav forms was used. */
    public enum Form {
        /** {@code protocol.options}: Basic authentication, the secret as user name (1.0). */
        OPTIONS,
        /** {@code protocol.webdav}: Bearer authentication at {@code uri} (1.1 and later). */
        WEBDAV
    }
}
