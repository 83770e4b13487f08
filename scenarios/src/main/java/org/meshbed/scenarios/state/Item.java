package org.meshbed.scenarios.state;

import java.util.Optional;

/**
 * A file or folder as a sentence names it: {@code report.txt}, {@code plans/a.txt}, or {@code report.txt from alice}
 * where several people have shared something of that name.
 */
public record Item(String path, Optional<Party> from) {
    public static Item named(String path) {
        return new Item(path, Optional.empty());
    }

    /** What the share is called that holds it: the first segment. */
    public String share() {
        var slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** Where it is inside the share; empty for the share itself. */
    public String inside() {
        var slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    @Override
    public String toString() {
        return from.map(f -> path + " from " + f).orElse(path);
    }
}
