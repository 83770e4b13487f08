package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.meshbed.nodes.protocol.Json;

/** What may be wrong in a list of keys that is one. */
public enum KeyFlaw {
    NO_KEYS("no keys"),
    NO_ALGORITHM("a key for no algorithm"),
    NONE("a key for the algorithm none"),
    SHARED_SECRET("a secret in place of a key"),
    MISFIT("a key for an algorithm that is not its own"),
    WEAK("a key that is too weak"),
    PRIVATE("the private half of its key"),
    TWICE("two keys of one name"),
    MANY("a thousand keys"),
    HUGE("three megabytes in its key");

    private final String words;

    KeyFlaw(String words) {
        this.words = words;
    }

    /** In words that follow "with". */
    public String words() {
        return words;
    }

    public static KeyFlaw of(String words) {
        return Arrays.stream(values())
                .filter(f -> f.words.equals(words))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("keys cannot be shown with '" + words + "'; they can with "
                                + Arrays.stream(values()).map(f -> f.words).collect(Collectors.joining(", "))));
    }

    /** The list that has this flaw, of a server with that key. */
    public byte[] in(ObjectNode right) {
        var kid = right.get("kid").asText();
        return switch (this) {
            case NO_KEYS -> set();
            case NO_ALGORITHM -> set(right.without("alg"));
            case NONE -> set(right.put("alg", "none"));
            case SHARED_SECRET ->
                set(Json.object()
                        .put("kty", "oct")
                        .put("kid", kid)
                        .put("alg", "HS256")
                        .put("k", "AAAA"));
            case MISFIT -> set(right.put("alg", "ES256"));
            case WEAK ->
                set(Json.object()
                        .put("kty", "RSA")
                        .put("kid", kid)
                        .put("alg", "RS256")
                        .put("n", "q".repeat(86))
                        .put("e", "AQAB"));
            case PRIVATE -> set(right.put("d", right.get("x").asText()));
            case TWICE -> set(right, right.deepCopy());
            case MANY -> {
                var many = new ObjectNode[1000];
                for (var i = 0; i < many.length; i++) many[i] = right.deepCopy().put("kid", kid + "-" + i);
                many[0] = right;
                yield set(many);
            }
            case HUGE -> set(right.put("x", "A".repeat(3 << 20)));
        };
    }

    private static byte[] set(ObjectNode... keys) {
        var set = Json.object();
        var list = set.putArray("keys");
        for (var key : keys) list.add(key);
        return Json.bytes(set);
    }
}
