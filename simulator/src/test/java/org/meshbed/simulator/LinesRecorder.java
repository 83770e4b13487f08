package org.meshbed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.journal.Within;

/** Takes down one line for each thing that happens, the time of the mesh in front where there is a clock. */
public final class LinesRecorder implements Recorder {
    private final List<String> lines = new ArrayList<>();
    private final Supplier<Instant> clock;
    private long exchanges;

    public LinesRecorder(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public LinesRecorder() {
        this(() -> Instant.EPOCH);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines with their times. */
    public List<String> timed() {
        return List.copyOf(timed);
    }

    private final List<String> timed = new ArrayList<>();

    private void add(String line) {
        lines.add(line);
        timed.add(clock.get() + " " + line);
    }

    @Override
    public long exchangeStarted(String from, String to, Origin origin, WireRequest request) {
        var inside =
                Within.exchange().isPresent() ? " inside " + Within.exchange().getAsLong() : "";
        add("%d %s -> %s %s %s%s".formatted(++exchanges, from, to, request.method(), request.target(), inside));
        return exchanges;
    }

    @Override
    public void exchangeEnded(long exchange, Exchange result, List<String> faults) {
        add(exchange + " " + result.words() + (faults.isEmpty() ? "" : " " + faults));
    }

    @Override
    public void testified(String node, int incarnation, Testimony testimony) {
        add(node + "#" + incarnation + " " + testimony);
    }

    @Override
    public void acted(String node, String who, String verb, String what, String told) {
        add("%s at %s %s %s: %s".formatted(who, node, verb, what, told));
    }

    @Override
    public void fault(String words) {
        add(words);
    }

    @Override
    public void clockMoved(Duration by) {
        add("clock moved by " + by);
    }

    @Override
    public void secret(String value) {
        add("a secret of " + value.length() + " characters");
    }
}
