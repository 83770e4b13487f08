package org.meshbed.simulator.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the last so many keys that were put, so that a long run does not grow. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Recent(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
