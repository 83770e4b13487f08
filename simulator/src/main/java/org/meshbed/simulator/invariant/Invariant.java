package org.meshbed.simulator.invariant;

import java.util.List;

/**
 * One numbered statement about the mesh.
 *
 * @param id {@code INV-3}
 */
public record Invariant(String id, String statement, When when, Check check) {
    /** When it must hold. */
    public enum When {
        /** After every event. */
        ALWAYS,
        /** When nothing is under way: no notification waits, every node is up, no link is cut. */
        IDLE,
        /** As the last look at a mesh: it reads shares. */
        END
    }

    /** Looks at a mesh and says what is wrong with it, one line for each; nothing where it holds. */
    @FunctionalInterface
    public interface Check {
        List<String> violations(Sight sight);
    }

    /** Something that does not hold. */
    public record Violation(Invariant invariant, String what) {
        @Override
        public String toString() {
            return invariant.id() + " (" + invariant.statement() + ") does not hold: " + what;
        }
    }

    List<Violation> look(Sight sight) {
        return check.violations(sight).stream()
                .map(what -> new Violation(this, what))
                .toList();
    }
}
