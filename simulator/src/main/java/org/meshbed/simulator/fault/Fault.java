package org.meshbed.simulator.fault;

import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/** Something that breaks, by the names of nodes. A loss hits one exchange only, and is
 * called off when none came while it lasted. */
public sealed interface Fault {
    record LinkCut(String a, String b) implements Fault {}

    record NodeDown(String node) implements Fault {}

    record RequestLost(String from, String to) implements Fault {}

    record ReplyLost(String from, String to) implements Fault {}

    record RequestDoubled(String from, String to) implements Fault {}

    default void begin(World world) {
        switch (this) {
            case LinkCut(var a, var b) -> world.network().cut(a, b);
            case NodeDown(var node) -> slot(world, node).stop();
            case RequestLost(var from, var to) -> world.network().loseNextRequest(from, to);
            case ReplyLost(var from, var to) -> world.network().loseNextReply(from, to);
            case RequestDoubled(var from, var to) -> world.network().doubleNextRequest(from, to);
        }
    }

    default void mend(World world) {
        switch (this) {
            case LinkCut(var a, var b) -> world.network().heal(a, b);
            case NodeDown(var node) -> slot(world, node).start();
            case RequestLost(var from, var to) -> world.network().loseNoMore(from, to);
            case ReplyLost(var from, var to) -> world.network().loseNoMore(from, to);
            case RequestDoubled(var from, var to) -> world.network().loseNoMore(from, to);
        }
    }

    private static NodeSlot slot(World world, String node) {
        return world.nodes().stream()
                .filter(slot -> slot.name().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a fault is planned for node '" + node + "'; there are "
                        + world.nodes().stream().map(NodeSlot::name).toList()));
    }
}
