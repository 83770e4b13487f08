package org.meshbed.nodes.party;

import java.util.Optional;

/**
 * A file or folder as a person points at it: among their own files, or inside a share they received.
 *
 * @param share the id under which the receiving node lists the share; empty for one's own files
 * @param path segments separated by {@code /}, without a slash in front; empty for the share or the home itself
 */
public record Place(Optional<String> share, String path) {
    public static Place own(String path) {
        return new Place(Optional.empty(), path);
    }

    public static Place in(String share, String path) {
        return new Place(Optional.of(share), path);
    }
}
