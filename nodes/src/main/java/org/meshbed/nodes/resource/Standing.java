package org.meshbed.nodes.resource;

import java.util.List;
import java.util.Optional;

/** What stands where: in the homes of this node, or, of what it only passes on, at another server. */
interface Standing {
    FileOutcome<Item> look(String user, FilePath path);

    /** The direct children of a folder in the order of their names. */
    FileOutcome<List<Item>> list(String user, FilePath path);

    /** What only those can tell who keep it: its {@code size}, its {@code tag}, a digest by its name; empty where nobody can. */
    Optional<String> told(String what, String user, Item item);

    /** The entity tag with its quotes; empty where there is none. */
    default String etag(Item item) {
        return item.node().etag();
    }
}
