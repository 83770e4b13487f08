package org.meshbed.nodes.port;

/** What nobody may guess; seeded, one stream per purpose, where the world is seeded. */
public interface Secrets {
    /** Text of {@code length} characters out of {@code [A-Za-z0-9]}. */
    String text(Purpose purpose, int length);

    /** What a secret is for: each purpose has a stream of its own. */
    enum Purpose {
        SHARE_ID,
        SHARED_SECRET,
        INVITE_TOKEN,
        ACCESS_TOKEN,
        INTERNAL_ID,
        /** What a signing key is drawn from. */
        SIGNING_KEY
    }
}
