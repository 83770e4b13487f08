package org.meshbed.simulator.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.seed.Seeds;

/**
 * The links between the nodes of one mesh, by node name, and what is broken on them. A transport asks once per exchange
 * for its {@link Fate}, and again by {@link #isCut} for what travels later. Each fault is told to the recorder when it
 * is made and when it is mended. Safe for many threads.
 */
public final class Network {
    private final Recorder recorder;
    private final Latency usual;
    private final Seeds seeds;
    private final Object lock = new Object();
    private final Names names = new Names();
    private final TreeSet<String> cuts = new TreeSet<>();
    private final Map<String, Latency> latencies = new TreeMap<>();
    private final Map<String, Deque<Once>> planned = new TreeMap<>();
    private final Map<String, RandomGenerator> streams = new TreeMap<>();

    private enum Once {
        LOSE_REQUEST,
        LOSE_REPLY,
        DOUBLE_REQUEST
    }

    public Network(Recorder recorder, Latency usual, Seeds seeds) {
        this.recorder = recorder;
        this.usual = usual;
        this.seeds = seeds;
    }

    /** What the names of its servers lead to. */
    public Names names() {
        return names;
    }

    /** Nothing passes between the two, in either direction, until healed. */
    public void cut(String a, String b) {
        if (change(() -> cuts.add(pair(a, b)))) recorder.fault("the link between " + a + " and " + b + " is cut");
    }

    public void heal(String a, String b) {
        if (change(() -> cuts.remove(pair(a, b)))) recorder.fault("the link between " + a + " and " + b + " heals");
    }

    public boolean isCut(String a, String b) {
        return change(() -> cuts.contains(pair(a, b)));
    }

    /** The next request from one node to another never arrives. */
    public void loseNextRequest(String from, String to) {
        plan(from, to, Once.LOSE_REQUEST);
        recorder.fault("the next request from " + from + " to " + to + " will be lost");
    }

    /** The next request from one node to another has its effect, but its reply never arrives. */
    public void loseNextReply(String from, String to) {
        plan(from, to, Once.LOSE_REPLY);
        recorder.fault("the reply to the next request from " + from + " to " + to + " will be lost");
    }

    /** The next request from one node to another arrives two times. */
    public void doubleNextRequest(String from, String to) {
        plan(from, to, Once.DOUBLE_REQUEST);
        recorder.fault("the next request from " + from + " to " + to + " will arrive twice");
    }

    /** What was planned for the next requests from one node to another and has not hit any yet is called off. */
    public void loseNoMore(String from, String to) {
        if (change(() -> planned.remove(way(from, to)) instanceof Deque<Once> left && !left.isEmpty()))
            recorder.fault("nothing will be lost from " + from + " to " + to + " any more");
    }

    /** How long messages travel between the two, each way. */
    public void latency(String a, String b, Latency latency) {
        change(() -> latencies.put(pair(a, b), latency) == null);
    }

    /** What happens to an exchange that begins now; a planned loss is used up by it. */
    public Fate fate(String from, String to) {
        synchronized (lock) {
            if (cuts.contains(pair(from, to))) return new Fate.Cut();
            var latency = latencies.getOrDefault(pair(from, to), usual);
            var stream = streams.computeIfAbsent(way(from, to), way -> seeds.stream("network/" + way));
            var there = latency.draw(stream);
            var back = latency.draw(stream);
            var once = planned.getOrDefault(way(from, to), new ArrayDeque<>()).poll();
            return switch (once) {
                case null -> new Fate.Delivered(there, back);
                case LOSE_REQUEST -> new Fate.RequestLost();
                case LOSE_REPLY -> new Fate.ReplyLost(there);
                case DOUBLE_REQUEST -> new Fate.Doubled(there, back);
            };
        }
    }

    private void plan(String from, String to, Once once) {
        change(() ->
                planned.computeIfAbsent(way(from, to), _ -> new ArrayDeque<>()).add(once));
    }

    private boolean change(BooleanSupplier work) {
        synchronized (lock) {
            return work.getAsBoolean();
        }
    }

    private static String way(String from, String to) {
        return from + " -> " + to;
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) <= 0 ? way(a, b) : way(b, a);
    }
}
