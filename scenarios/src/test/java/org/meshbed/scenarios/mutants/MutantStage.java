package org.meshbed.scenarios.mutants;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.run.Exhibits;
import org.meshbed.scenarios.run.Overlap;
import org.meshbed.scenarios.run.ScenarioId;
import org.meshbed.scenarios.run.Scene;
import org.meshbed.scenarios.run.Stage;
import org.meshbed.scenarios.state.Bindings;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** Plays each scenario in virtual time with nodes of the test's making. */
public final class MutantStage implements Stage {
    private final long seed;
    private final LongFunction<VirtualPlan> plans;
    private final UnaryOperator<Profile> profiles;

    /** {@code plans}: the world of a scenario, by its seed. */
    public MutantStage(long seed, LongFunction<VirtualPlan> plans) {
        this(seed, plans, UnaryOperator.identity());
    }

    /** {@code profiles}: what becomes of the profile that each node should have. */
    MutantStage(long seed, LongFunction<VirtualPlan> plans, UnaryOperator<Profile> profiles) {
        this.seed = seed;
        this.plans = plans;
        this.profiles = profiles;
    }

    @Override
    public void open() {}

    @Override
    public Scene begin(ScenarioId scenario) {
        var mesh = Mesh.in(plans.apply(scenario.seed(seed)));
        Bindings.use(new Bindings(
                () -> mesh,
                _ -> profiles.apply(Vendors.column("reference/1.5")),
                column -> profiles.apply(Vendors.column(column))));
        return new Scene() {
            @Override
            public Exhibits exhibits() {
                return new Exhibits("", "", List.of());
            }

            @Override
            public void end() {
                Bindings.clear();
                mesh.close();
            }
        };
    }

    @Override
    public Overlap overlap() {
        return Overlap.NONE;
    }

    @Override
    public void close() {}
}
