package org.meshbed.scenarios.state;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.columns.Columns;
import org.meshbed.simulator.mesh.Mesh;

/**
 * What a scenario is bound to from outside: the mesh it runs in, whatever its world, and the vendor behind each node's
 * name. Whoever runs scenarios (the runner, {@code up}, a test) puts one in place before each of them and closes its
 * mesh afterwards, on the thread that runs it: others may run beside it. A scenario never learns which world it is in.
 */
public final class Bindings {
    private static final ThreadLocal<Optional<Bindings>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private final Supplier<Mesh> opens;
    private final Function<String, Profile> vendors;
    private final Function<String, Profile> columns;
    private volatile Optional<Mesh> mesh = Optional.empty();

    /**
     * Bindings of one scenario.
     *
     * @param opens makes the mesh, without nodes or with those of a mesh file; called once, when the scenario first asks for it
     * @param vendors the profile to be played by the node of that name
     */
    public Bindings(Supplier<Mesh> opens, Function<String, Profile> vendors) {
        this(opens, vendors, Columns::read);
    }

    /** The same; {@code columns} reads what a sentence says that a node runs: {@code reference/1.0}. */
    public Bindings(Supplier<Mesh> opens, Function<String, Profile> vendors, Function<String, Profile> columns) {
        this.opens = opens;
        this.vendors = vendors;
        this.columns = columns;
    }

    /** Those of the scenario that this thread runs. Its own tasks, on other threads, are handed what they need. */
    public static Bindings current() {
        return CURRENT.get()
                .orElseThrow(() -> new IllegalStateException("nothing is bound: scenarios are run by './meshbed run'"));
    }

    /** The scenario that begins now on this thread is bound to these. */
    public static void use(Bindings bindings) {
        CURRENT.set(Optional.of(bindings));
    }

    /** Nothing is running on this thread any more. */
    public static void clear() {
        CURRENT.remove();
    }

    /** The mesh of this scenario, opened by the first call. Called by the one thread that runs the scenario. */
    public Mesh mesh() {
        if (mesh.isEmpty()) mesh = Optional.of(opens.get());
        return mesh.orElseThrow();
    }

    /** The mesh, where the scenario has asked for it already. */
    public Optional<Mesh> openedMesh() {
        return mesh;
    }

    /** The vendor of a column that a sentence names. */
    public Profile column(String column) {
        return columns.apply(column);
    }

    /** The vendor that plays the node of this name, where the scenario starts one. */
    public Profile profile(String node) {
        return vendors.apply(node);
    }
}
