package org.meshbed.scenarios.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.journal.Overlaps;

/**
 * Plays each scenario in a mesh of its own, with a journal of its own. Where journals are written to files, scenarios
 * are played one after another.
 */
public final class MeshStage implements Stage {
    private final WorldKind kind;
    private final long seed;
    private final Casting casting;
    private final JournalFiles files;
    private final WarmUp warmUp;
    private final AtomicReference<Overlap> overlap = new AtomicReference<>(Overlap.NONE);
    private final AtomicReference<Judged> judged = new AtomicReference<>(Judged.NONE);

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
    public void planned(int scenarios) {
        warmUp.planned(scenarios);
    }

    @Override
    public Scene begin(ScenarioId scenario) {
        warmUp.end();
        var mesh = Meshes.open(kind, scenario.seed(seed));
        files.begin(mesh.journal());
        mesh.journal().scenario(scenario.toString());
        return new MeshScene(mesh, seed, casting::profile, this::ended);
    }

    private void ended(Journal journal, Judged found) {
        judged.accumulateAndGet(found, Judged::plus);
        var overlaps = Overlaps.of(journal.entries());
        var one = new Overlap(overlaps.scenarios(), overlaps.overlapping(), overlaps.exchanges());
        overlap.accumulateAndGet(one, Overlap::plus);
        files.end(journal);
    }

    @Override
    public Judged judged() {
        return Objects.requireNonNull(judged.get());
    }

    @Override
    public Overlap overlap() {
        return Objects.requireNonNull(overlap.get());
    }

    @Override
    public void close() {
        warmUp.end();
        files.close();
    }
}
