package org.meshbed.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.port.Time;
import org.meshbed.simulator.network.Network;

/** Where a mesh runs: what carries its bytes and its time. One world holds the nodes of one mesh. */
public interface World extends AutoCloseable {
    /** Starts a node; it serves when this returns. */
    NodeSlot add(NodePlan plan);

    List<NodeSlot> nodes();

    /** The node of this name. */
    default Optional<NodeSlot> node(String name) {
        return nodes().stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** Adds a server that is no node of ours; it serves when this returns. */
    Foreign addForeign(String name, Site site);

    /** The links between the nodes, and what is broken on them. */
    Network network();

    Time time();

    /** Does one thing from outside (what a person does) as a task of this world, and returns what it answered. */
    <T> T perform(String what, Callable<T> action);

    /** Does several things at once, each as a task of its own, and returns when all have ended, answers in order. */
    <T> List<T> atOnce(List<Callable<T>> actions);

    /**
     * Lets the mesh go on, its clock jumping from timer to timer while nothing else is to do, until the condition
     * holds, or until the mesh is idle with no timer left within the time given. Answers whether the condition held.
     */
    boolean await(BooleanSupplier condition, Duration within);

    /** Lets the mesh go on until nothing is to do and no timer is left within the time given. */
    default void settle(Duration within) {
        await(() -> false, within);
    }

    /** Lets this much time pass on the clock of the mesh, timers firing on the way. */
    void advance(Duration by);

    @Override
    void close();
}
