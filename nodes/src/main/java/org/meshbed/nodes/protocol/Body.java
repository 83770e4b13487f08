package org.meshbed.nodes.protocol;

import java.nio.charset.StandardCharsets;

/** What a message carries: nothing, a bounded message, or the content of a file as a stream. */
public sealed interface Body {
    Body NONE = new None();

    static Body of(byte[] bytes) {
        return new Bytes(bytes);
    }

    static Body of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    record None() implements Body {}

    /** The array is not copied: whoever makes it gives it away. */
    record Bytes(byte[] bytes) implements Body {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    record Stream(Content content) implements Body {}
}
