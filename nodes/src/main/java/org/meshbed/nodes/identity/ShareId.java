package org.meshbed.nodes.identity;

/** {@code providerId} on the wire: the opaque id of a share at its sending server; 1 to 255 characters. */
public record ShareId(String value) {
    public ShareId {
        if (value.isEmpty() || value.length() > 255) throw new NotWellFormed("share id", value, "1 to 255 characters");
    }

    @Override
    public String toString() {
        return value;
    }
}
