package org.meshbed.nodes.resource;

import java.time.Instant;
import java.util.Optional;

/**
 * A file or folder as the server says that has it.
 *
 * @param length in bytes, 0 for a folder
 * @param modified empty where it does not say
 */
public record Seen(String name, boolean folder, long length, Optional<Instant> modified) {}
