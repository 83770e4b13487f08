package org.meshbed.scenarios.run;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meshbed.scenarios.state.Bindings;
import org.meshbed.simulator.invariant.ExchangeBudget;
import org.meshbed.simulator.invariant.Watch;
import org.meshbed.simulator.journal.Overlaps;
import org.meshbed.simulator.journal.export.SequenceDiagram;
import org.meshbed.simulator.journal.export.Transcript;
import org.meshbed.simulator.mesh.Evidence;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.oracle.Finding;
import org.meshbed.simulator.oracle.Oracle;

/** Plays each scenario in a mesh of its own, with a journal of its own. */
public final class MeshStage implements Stage {
    private final WorldKind kind;
    private final long seed;
    private final Casting casting;
    private final JournalFiles files;
    private final WarmUp warmUp;
    private Optional<Mesh> mesh = Optional.empty();
    private Optional<Oracle> oracle = Optional.empty();
    private Optional<Watch> watch = Optional.empty();
    private final Set<String> broken = new LinkedHashSet<>();
    private Overlap overlap = Overlap.NONE;
    private Judged judged = Judged.NONE;

    public MeshStage(WorldKind kind, long seed, Casting casting, Optional<Path> journal, Optional<Path> har) {
        this.kind = kind;
        this.seed = seed;
        this.casting = casting;
        this.warmUp = new WarmUp(kind, casting.others());
        this.files = new JournalFiles(journal, har, kind.word() + ", seed " + seed);
    }

    @Override
    public void open() {
        warmUp.begin();
    }

    @Override
    public void begin(ScenarioId scenario) {
        warmUp.end();
        var opened = Meshes.open(kind, scenario.seed(seed));
        mesh = Optional.of(opened);
        oracle = Optional.of(Oracle.over(opened.world()));
        var budget = new ExchangeBudget();
        opened.journal().addReader(budget);
        watch = Optional.of(new Watch(opened.world(), budget));
        broken.clear();
        files.begin(opened.journal());
        opened.journal().scenario(scenario.toString());
        Bindings.use(new Bindings(() -> opened, casting::profile));
    }

    @Override
    public void step(String sentence) {
        mesh.ifPresent(open -> open.journal().step(sentence));
    }

    /** Between two sentences the watch looks: at the end it would not see what was shared and ended since. */
    @Override
    public void stepEnded() {
        try {
            watch.ifPresent(Watch::look);
        } catch (AssertionError e) {
            broken.add(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Exhibits exhibits() {
        return mesh.map(this::exhibits).orElse(Exhibits.NONE);
    }

    private Exhibits exhibits(Mesh mesh) {
        var entries = mesh.journal().entries();
        if (mesh.journal().exchanges().isEmpty()) return new Exhibits("", Transcript.of(entries), tail(mesh));
        return new Exhibits(SequenceDiagram.svg(entries), Transcript.of(entries), tail(mesh));
    }

    private List<String> tail(Mesh of) {
        return Evidence.of(seed, of.journal()).tail().get();
    }

    /** Whatever still has to arrive arrives first; what is stopped or cut stays so. */
    @Override
    public List<String> violations() {
        mesh.ifPresent(Mesh::settle);
        watch.map(Watch::atEnd).orElse(List.of()).forEach(violation -> broken.add(violation.toString()));
        return List.copyOf(broken);
    }

    /** Every exchange of the scenario is judged here, when its own time is over. */
    @Override
    public List<Finding> findings() {
        mesh.ifPresent(
                over -> oracle.ifPresent(judge -> over.journal().entries().forEach(judge)));
        return oracle.map(Oracle::findings).orElse(List.of());
    }

    @Override
    public Judged judged() {
        return judged;
    }

    @Override
    public void end() {
        Bindings.clear();
        mesh.ifPresent(this::end);
        mesh = Optional.empty();
    }

    private void end(Mesh ended) {
        try {
            ended.close();
        } finally {
            ended.journal().close();
            oracle.ifPresent(watching -> judged = judged.plus(Judged.of(watching.exchanges(), watching.findings())));
            var found = Overlaps.of(ended.journal().entries());
            overlap = overlap.plus(new Overlap(found.scenarios(), found.overlapping(), found.exchanges()));
            files.end(ended.journal());
        }
    }

    @Override
    public Overlap overlap() {
        return overlap;
    }

    @Override
    public void close() {
        warmUp.end();
        files.close();
    }
}
