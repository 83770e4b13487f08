package org.meshbed.simulator.oracle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The access tokens that were issued, and which secrets they were issued for. */
final class Tokens {
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final Map<String, Long> succeeded = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param secret that it was exchanged for
     * @param until when it ends; empty where that was not told
     */
    record Issued(String secret, Optional<Instant> until) {}

    void issued(String token, Issued what) {
        issued.put(token, what);
    }

    Optional<Issued> find(String token) {
        return Optional.ofNullable(issued.get(token));
    }

    /** A server has got a token for this code. */
    void succeeded(String by, String code, long entry) {
        succeeded.put(by + "\n" + code, entry);
    }

    /** A share has ended in a way that nobody on its sending side had a hand in. */
    void startAnew() {
        succeeded.clear();
    }

    /** When it last did, as number of an entry. */
    Optional<Long> lastSuccess(String by, String code) {
        return Optional.ofNullable(succeeded.get(by + "\n" + code));
    }
}
