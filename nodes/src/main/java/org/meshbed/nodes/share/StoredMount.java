package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server keeps of a share that is mounted.
 *
 * @param seen by path, the root being the empty one
 * @param restsUntil an ISO instant until which its server is left alone; empty where it is not
 */
record StoredMount(Map<String, Seen> seen, String restsUntil) {
    static final StoredMount UNKNOWN = new StoredMount(Map.of(), "");

    StoredMount {
        seen = new LinkedHashMap<>(seen);
    }

    /**
     * One thing as it was when it was looked at.
     *
     * @param permissions as a number of OCS
     * @param through whether a folder has been looked through
     */
    record Seen(boolean folder, String tag, int permissions, boolean through) {
        boolean may(int permission) {
            return (permissions & permission) != 0;
        }
    }

    Optional<Seen> find(String path) {
        return Optional.ofNullable(seen.get(path));
    }

    StoredMount with(String path, Seen thing) {
        var changed = new LinkedHashMap<>(seen);
        changed.put(path, thing);
        return new StoredMount(changed, restsUntil);
    }

    /** Without it and what is inside of it. */
    StoredMount without(String path) {
        var changed = new LinkedHashMap<>(seen);
        changed.keySet().removeIf(other -> other.equals(path) || other.startsWith(path + "/"));
        return new StoredMount(changed, restsUntil);
    }

    /** With what was at one path at another. */
    StoredMount moved(String from, String to) {
        var changed = new LinkedHashMap<String, Seen>();
        seen.forEach((path, thing) -> changed.put(
                path.equals(from) || path.startsWith(from + "/") ? to + path.substring(from.length()) : path, thing));
        return new StoredMount(changed, restsUntil);
    }

    StoredMount restingUntil(Instant until) {
        return new StoredMount(seen, until.toString());
    }

    boolean restsAt(Instant now) {
        return !restsUntil.isEmpty() && now.isBefore(Instant.parse(restsUntil));
    }
}
