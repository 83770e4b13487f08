package org.meshbed.simulator.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is known of signatures: those of the exchange that is looked at, read once; and what was taken before. */
final class Seals {
    private final Keys keys = new Keys();
    private final TreeSet<String> taken = new TreeSet<>();
    private final Map<String, Long> first = new LinkedHashMap<>();
    private long read = -1;
    private long verified = -1;
    private List<Signature> signatures = List.of();
    private Seal seal = Seal.NONE;

    Keys keys() {
        return keys;
    }

    List<Signature> signatures(Seen x) {
        if (read != x.number()) {
            signatures = Signature.of(x.request().headers());
            read = x.number();
        }
        return signatures;
    }

    Seal seal(Seen x) {
        if (verified != x.number()) {
            seal = Seal.of(x);
            verified = x.number();
        }
        return seal;
    }

    /** Whether the same signature came before. */
    boolean repeated(Seen x) {
        var line = x.request().headers().first("Signature").orElse("");
        return first.getOrDefault(line, x.number()) != x.number();
    }

    void learn(Seen x) {
        var line = x.request().headers().first("Signature");
        if (line.isEmpty()) return;
        first.putIfAbsent(line.get(), x.number());
        if (x.successful() && seal(x) == Seal.VALID)
            taken.add(x.caller().name() + "\n" + x.callee().name());
    }

    boolean hasTaken(String caller, String callee) {
        return taken.contains(caller + "\n" + callee);
    }
}
