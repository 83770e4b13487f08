package org.meshbed.scenarios.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.simulator.mesh.Mesh;

/** The foreign servers of a scenario, by the names that sentences give them. */
public final class Strangers {
    private final Supplier<Mesh> mesh;
    private final Map<String, Stranger> known = new LinkedHashMap<>();
    private final AtomicReference<@Nullable Stranger> last = new AtomicReference<>();

    Strangers(Supplier<Mesh> mesh) {
        this.mesh = mesh;
    }

    /** A foreign server begins to serve, with a right discovery document. */
    public void begin(String name) {
        known.put(name, Stranger.in(mesh.get().world(), name, this::sent));
    }

    public Optional<Stranger> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    public Stranger named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("there is no foreign server '" + name
                        + "'; one begins with 'a foreign server " + name + "'; there are " + known.keySet()));
    }

    /** What a foreign server's last request was answered with, of those that sent one: of the one that sent last. */
    public Exchange lastAnswer() {
        return Optional.ofNullable(last.get())
                .orElseThrow(() -> new IllegalStateException("no foreign server has sent anything yet"))
                .lastAnswer();
    }

    /** Every secret that any of them has announced or got. */
    public List<String> secrets() {
        return known.values().stream().flatMap(Stranger::secrets).distinct().toList();
    }

    void sent(Stranger stranger) {
        last.set(stranger);
    }

    /** The share that any of them announced under this name. */
    public Announcement announced(String file) {
        return known.values().stream()
                .flatMap(stranger -> stranger.announcement(file).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no foreign server has announced " + file));
    }
}
