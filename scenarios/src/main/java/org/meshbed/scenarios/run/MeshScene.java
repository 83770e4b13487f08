package org.meshbed.scenarios.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.scenarios.state.Bindings;
import org.meshbed.simulator.invariant.ExchangeBudget;
import org.meshbed.simulator.invariant.Watch;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.journal.export.SequenceDiagram;
import org.meshbed.simulator.journal.export.Transcript;
import org.meshbed.simulator.mesh.Evidence;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.oracle.Finding;
import org.meshbed.simulator.oracle.Oracle;

/** A scenario in a mesh of its own, which the oracle and the invariants look at. */
final class MeshScene implements Scene {
    private final Mesh mesh;
    private final long seed;
    private final Oracle oracle;
    private final Watch watch;
    private final BiConsumer<Journal, Judged> ended;
    private final Set<String> broken = new LinkedHashSet<>();

    /**
     * Binds the calling thread to the mesh.
     *
     * @param seed of the run
     * @param ended is told, when the mesh is closed, what its journal holds and what the oracle made of it
     */
    MeshScene(Mesh mesh, long seed, Function<String, Profile> vendors, BiConsumer<Journal, Judged> ended) {
        this.mesh = mesh;
        this.seed = seed;
        this.ended = ended;
        this.oracle = Oracle.over(mesh.world());
        var budget = new ExchangeBudget();
        mesh.journal().addReader(budget);
        this.watch = new Watch(mesh.world(), budget);
        Bindings.use(new Bindings(() -> mesh, vendors));
    }

    @Override
    public void step(String sentence) {
        mesh.journal().step(sentence);
    }

    /** Between two sentences the watch looks: at the end it would not see what was shared and ended since. */
    @Override
    public void stepEnded() {
        try {
            watch.look();
        } catch (AssertionError e) {
            broken.add(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Exhibits exhibits() {
        var entries = mesh.journal().entries();
        var tail = Evidence.of(seed, mesh.journal()).tail().get();
        var diagram = mesh.journal().exchanges().isEmpty() ? "" : SequenceDiagram.svg(entries);
        var profiles =
                mesh.world().nodes().stream().map(slot -> slot.node().manner().profile());
        var rests = Rests.of(profiles, entries);
        return new Exhibits(diagram, Transcript.of(entries) + "\n" + rests + "\n", tail, rests);
    }

    /** Whatever still has to arrive arrives first; what is stopped or cut stays so. */
    @Override
    public List<String> violations() {
        mesh.settle();
        watch.atEnd().forEach(violation -> broken.add(violation.toString()));
        return List.copyOf(broken);
    }

    /** Every exchange of the scenario is judged here, when its own time is over. */
    @Override
    public List<Finding> findings() {
        mesh.journal().entries().forEach(oracle);
        return oracle.findings();
    }

    @Override
    public void end() {
        Bindings.clear();
        try {
            mesh.close();
        } finally {
            mesh.journal().close();
            ended.accept(mesh.journal(), Judged.of(oracle.exchanges(), oracle.findings()));
        }
    }
}
