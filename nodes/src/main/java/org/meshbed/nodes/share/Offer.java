package org.meshbed.nodes.share;

import java.util.Optional;
import org.meshbed.nodes.identity.ResourceType;

/**
 * Something of a user's own that can be shared: it is there, and of this type.
 *
 * @param displayName of the user
 * @param size in bytes, of a file
 */
public record Offer(String user, String displayName, ResourceType type, Optional<Long> size) {}
