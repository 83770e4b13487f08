package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.vendor.quirk.Quirk;

/**
 * What follows from a profile, worked out when first asked for: a profile never changes, and every node of it asks the
 * same for every message. Says nothing of its own, so that any two are equal. Safe for many threads.
 */
final class Worked {
    private final Map<Class<? extends Quirk>, Optional<Declared>> found = new ConcurrentHashMap<>();
    private final Map<Class<? extends Quirk>, Asked> asked = new ConcurrentHashMap<>();
    private volatile @Nullable List<Declared> inForce;
    private volatile @Nullable List<String> bends;

    List<Declared> inForce(Supplier<List<Declared>> work) {
        var before = inForce;
        if (before != null) return before;
        var now = List.copyOf(work.get());
        inForce = now;
        return now;
    }

    List<String> bends(Supplier<List<String>> work) {
        var before = bends;
        if (before != null) return before;
        var now = List.copyOf(work.get());
        bends = now;
        return now;
    }

    Optional<Declared> find(Class<? extends Quirk> type, Function<Class<? extends Quirk>, Optional<Declared>> work) {
        var before = found.get(type);
        if (before != null) return before;
        var now = work.apply(type);
        found.put(type, now);
        return now;
    }

    Asked ask(Class<? extends Quirk> type, Function<Class<? extends Quirk>, Asked> work) {
        var before = asked.get(type);
        if (before != null) return before;
        var now = work.apply(type);
        asked.put(type, now);
        return now;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Worked;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
