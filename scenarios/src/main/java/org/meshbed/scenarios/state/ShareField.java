package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** A field of an announced share, as sentences call it. */
public enum ShareField {
    RECIPIENT("recipient", "shareWith"),
    NAME("name", "name"),
    SHARE_ID("share id", "providerId"),
    OWNER("owner", "owner"),
    SENDER("sender", "sender"),
    SHARE_TYPE("share type", "shareType"),
    RESOURCE_TYPE("resource type", "resourceType"),
    PROTOCOL("protocol", "protocol"),
    URI("uri", "uri"),
    SECRET("secret", "sharedSecret"),
    REQUIREMENT("requirement", "requirements");

    private final String words;
    private final String key;

    ShareField(String words, String key) {
        this.words = words;
        this.key = key;
    }

    public static ShareField of(String words) {
        return Arrays.stream(values())
                .filter(f -> f.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a share has no field called '" + words + "'"));
    }

    /** Its name on the wire. */
    public String key() {
        return key;
    }

    /** The object of the message that it is a member of. */
    ObjectNode holder(ObjectNode share) {
        return switch (this) {
            case URI, SECRET, REQUIREMENT -> (ObjectNode) share.get("protocol").get("webdav");
            case RECIPIENT, NAME, SHARE_ID, OWNER, SENDER, SHARE_TYPE, RESOURCE_TYPE, PROTOCOL -> share;
        };
    }
}
