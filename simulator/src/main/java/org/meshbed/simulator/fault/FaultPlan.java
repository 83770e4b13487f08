package org.meshbed.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.meshbed.simulator.world.World;

/** Faults with their times, counted from when the plan is played; at its end everything is mended. */
public record FaultPlan(List<Planned> faults) {
    /** One fault from {@code begins} on, for as long as it {@code lasts}. */
    public record Planned(Fault fault, Duration begins, Duration lasts) {}

    private record Moment(Duration at, Fault fault, boolean begins) {}

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /** So many faults between these nodes, all of them begun within the time and mended within twice of it. */
    public static FaultPlan drawn(RandomGenerator stream, List<String> nodes, int count, Duration within) {
        if (nodes.size() < 2)
            throw new IllegalArgumentException("faults are drawn for two nodes or more, not " + nodes);
        var faults = new ArrayList<Planned>();
        for (var i = 0; i < count; i++) {
            var begins = Duration.ofNanos(stream.nextLong(within.toNanos()));
            var lasts = Duration.ofNanos(stream.nextLong(within.toNanos()));
            faults.add(new Planned(drawn(stream, nodes), begins, lasts));
        }
        return new FaultPlan(faults);
    }

    private static Fault drawn(RandomGenerator stream, List<String> nodes) {
        var one = stream.nextInt(nodes.size());
        var other = (one + 1 + stream.nextInt(nodes.size() - 1)) % nodes.size();
        var from = nodes.get(one);
        var to = nodes.get(other);
        return switch (stream.nextInt(5)) {
            case 0 -> new Fault.LinkCut(from, to);
            case 1 -> new Fault.NodeDown(from);
            case 2 -> new Fault.RequestLost(from, to);
            case 3 -> new Fault.ReplyLost(from, to);
            default -> new Fault.RequestDoubled(from, to);
        };
    }

    /** Plays the plan while the mesh goes on; returns when all is mended. For the thread that drives the world. */
    public void play(World world) {
        var moments = new ArrayList<Moment>();
        for (var planned : faults) {
            moments.add(new Moment(planned.begins(), planned.fault(), true));
            moments.add(new Moment(planned.begins().plus(planned.lasts()), planned.fault(), false));
        }
        moments.sort(Comparator.comparing(Moment::at));
        var now = Duration.ZERO;
        for (var moment : moments) {
            if (moment.at().compareTo(now) > 0) world.advance(moment.at().minus(now));
            now = moment.at();
            if (moment.begins()) moment.fault().begin(world);
            else moment.fault().mend(world);
        }
    }
}
