package org.meshbed.scenarios.state;

import java.util.Optional;

/**
 * Somebody as a sentence names them: {@code alice}, or {@code alice at alpha}. Where the node is left out it is the one
 * that was named with them last.
 */
public record Party(String name, Optional<String> node) {
    public static Party named(String name) {
        return new Party(name, Optional.empty());
    }

    @Override
    public String toString() {
        return node.map(n -> name + " at " + n).orElse(name);
    }
}
