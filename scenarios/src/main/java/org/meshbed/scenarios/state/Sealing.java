package org.meshbed.scenarios.state;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a foreign server signs a message: rightly, or wrong in one way. */
public enum Sealing {
    RIGHTLY("rightly"),
    ANOTHER_KEY("with another key"),
    FOREIGN_NAME("with the key of somebody else"),
    UNKNOWN_NAME("with a key that nobody has seen"),
    USELESS("with a key for no algorithm"),
    NO_NAME("with a key without a name"),
    ANOTHER_SERVER("for another server"),
    ANOTHER_PLACE("for another place"),
    ANOTHER_METHOD("for another kind of request"),
    NO_DIGEST("without a digest"),
    ANOTHER_DIGEST("with the digest of another message"),
    TWO_DIGESTS("with one right and one wrong digest"),
    SHA_512("with a digest by sha-512"),
    BOTH_DIGESTS("with two right digests"),
    LONG_AGO("two days too late"),
    OLD("ten minutes too late"),
    EARLY("an hour too early"),
    NO_TIME("without a time"),
    NO_TAG("without a tag"),
    ANOTHER_TAG("with another tag"),
    ANOTHER_LABEL("under another label"),
    BESIDE("beside the signature of a proxy"),
    BEFORE("before the signature of a proxy"),
    TWICE("twice"),
    UNKNOWN_ALGORITHM("by an algorithm that nobody knows"),
    SHARED_SECRET("by a secret that both should know"),
    METHOD_OPEN("without its kind"),
    PLACE_OPEN("without its place"),
    DIGEST_OPEN("without covering its digest"),
    LENGTH_OPEN("without its length"),
    CHANGED("and changed on the way"),
    BROKEN("with one letter changed"),
    NONSENSE("by nonsense"),
    AS_THE_STUB("in a manner of its own"),
    AS_1_2("in the manner of version 1.2");

    private final String words;

    Sealing(String words) {
        this.words = words;
    }

    /** In words that follow "signed". */
    public String words() {
        return words;
    }

    public static Sealing of(String words) {
        return Arrays.stream(values())
                .filter(s -> s.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody signs '" + words + "'; there is "
                        + Arrays.stream(values()).map(s -> s.words).collect(Collectors.joining(", "))));
    }
}
