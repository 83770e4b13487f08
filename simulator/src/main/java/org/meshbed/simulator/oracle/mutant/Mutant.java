package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node that breaks rules in one way.
 *
 * @param name in a few words, unique
 * @param breaks the ids of all rules that this way breaks, those that restate others included
 * @param column the profile it is made from, and that of its peer
 * @param change what is changed of it
 * @param peer what is changed of the discovery document of the stranger it meets; nothing is wrong with that
 * @param scene what happens after the usual flows
 */
public record Mutant(
        String name, List<String> breaks, String column, Change change, Consumer<ObjectNode> peer, Scene scene) {
    static final String USUAL = "reference/1.5";
    private static final Consumer<ObjectNode> NOBODY = _ -> {};

    public Mutant {
        breaks = List.copyOf(breaks);
    }

    /** @param breaks ids separated by blanks, without {@code OCM-} */
    static Mutant of(String name, String breaks, Change change) {
        var ids = List.of(breaks.split(" ")).stream().map(id -> "OCM-" + id).toList();
        return new Mutant(name, ids, USUAL, change, NOBODY, Scene.NONE);
    }

    /** The same way of breaking rules, by a node of another version. */
    Mutant in(String other) {
        return new Mutant(name + ", in " + other, breaks, other, change, peer, scene);
    }

    /** The same, meeting a stranger of this kind. */
    Mutant meeting(Consumer<ObjectNode> stranger) {
        return new Mutant(name, breaks, column, change, stranger, scene);
    }

    /** The same, with one more change. */
    Mutant with(Change more) {
        return new Mutant(name, breaks, column, Changes.both(change, more), peer, scene);
    }

    /** The same, and this happens after the usual flows. */
    Mutant then(Scene more) {
        return new Mutant(name, breaks, column, change, peer, more);
    }

    /** The same without the change: what it does is as it should be. */
    Mutant sound() {
        return new Mutant("none", List.of(), column, new Change() {}, peer, scene);
    }

    @Override
    public String toString() {
        return name;
    }
}
