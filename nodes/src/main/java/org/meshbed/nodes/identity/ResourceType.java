package org.meshbed.nodes.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The resource types that this node can share and receive. */
public enum ResourceType {
    FILE,
    FOLDER;

    public static Optional<ResourceType> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
