package org.meshbed.scenarios.state;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.world.World;

/**
 * What a scenario is bound to from outside: the world it runs in and the vendor behind each node's name. Whoever runs
 * scenarios (the runner, {@code up}, a test) puts one in place before each of them and closes its world afterwards; a
 * scenario never learns which world it is in.
 */
public final class Bindings {
    private static final AtomicReference<Optional<Bindings>> CURRENT = new AtomicReference<>(Optional.empty());

    private final Supplier<World> opens;
    private final Function<String, Profile> vendors;
    private final AtomicReference<Optional<World>> world = new AtomicReference<>(Optional.empty());

    /**
     * Bindings of one scenario.
     *
     * @param opens makes the world; called once, when the scenario first asks for it
     * @param vendors the profile to be played by the node of that name
     */
    public Bindings(Supplier<World> opens, Function<String, Profile> vendors) {
        this.opens = opens;
        this.vendors = vendors;
    }

    /** Those of the scenario that is running in this process. */
    public static Bindings current() {
        return CURRENT.get()
                .orElseThrow(() -> new IllegalStateException("nothing is bound: scenarios are run by './meshbed run'"));
    }

    /** The scenario that begins now is bound to these. */
    public static void use(Bindings bindings) {
        CURRENT.set(Optional.of(bindings));
    }

    /** Nothing is running any more. */
    public static void clear() {
        CURRENT.set(Optional.empty());
    }

    /** The world of this scenario, opened by the first call. Called by the one thread that runs the scenario. */
    public World world() {
        if (world.get().isEmpty()) world.set(Optional.of(opens.get()));
        return world.get().orElseThrow();
    }

    /** The world, where the scenario has asked for it already. */
    public Optional<World> openedWorld() {
        return world.get();
    }

    public Profile profile(String node) {
        return vendors.apply(node);
    }
}
