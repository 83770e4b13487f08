package org.meshbed.nodes.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who receives a share: one account, or a group local to the receiving server. */
public enum ShareType {
    USER,
    GROUP;

    public static Optional<ShareType> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
