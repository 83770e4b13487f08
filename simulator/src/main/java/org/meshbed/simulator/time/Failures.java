package org.meshbed.simulator.time;

import java.util.List;

/** Hands the failures of tasks on to whoever waited for them. */
final class Failures {
    private Failures() {}

    /** Throws the first failure, the others suppressed in it; a checked one as the cause of an unchecked one. */
    static void raise(List<Task> ended) {
        var failures = ended.stream().flatMap(task -> task.failure().stream()).toList();
        if (failures.isEmpty()) return;
        var first = failures.getFirst();
        failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        switch (first) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(first);
        }
    }
}
