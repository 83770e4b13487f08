package org.meshbed.nodes.node;

import java.util.List;

/**
 * What the operator of a product writes down for it beside the list of servers, where the product reads it.
 *
 * @param welcomes patterns found in the hosts of servers whose people need no invite
 * @param directories URLs of directories of servers
 */
public record Lists(List<String> welcomes, List<String> directories) {
    public static final Lists NONE = new Lists(List.of(), List.of());

    public Lists {
        welcomes = List.copyOf(welcomes);
        directories = List.copyOf(directories);
    }
}
