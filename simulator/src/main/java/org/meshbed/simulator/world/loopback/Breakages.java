package org.meshbed.simulator.world.loopback;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.simulator.time.BrokenTask;

/** What broke where nobody waited for it: kept until a driver comes by, never lost. */
final class Breakages {
    private final Object lock = new Object();
    private final List<BrokenTask> broken = new ArrayList<>();

    void add(String task, Throwable cause) {
        synchronized (lock) {
            broken.add(new BrokenTask(task, cause));
        }
    }

    /** Throws what broke since the last time, the first of them with the others suppressed. */
    void raise() {
        List<BrokenTask> found;
        synchronized (lock) {
            found = List.copyOf(broken);
            broken.clear();
        }
        if (found.isEmpty()) return;
        var first = found.getFirst();
        found.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }
}
