package org.meshbed.nodes.store;

import java.nio.file.Path;

/** The file of a store cannot be used: damaged, not ours, or open elsewhere. The message names it and the way out. */
public final class BrokenStore extends RuntimeException {
    BrokenStore(Path file, String what, Throwable cause) {
        super("data file " + file + " " + what, cause);
    }
}
