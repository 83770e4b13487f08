package org.meshbed.scenarios.run;

import java.nio.file.Path;
import java.util.Optional;

/** Plays each scenario in a world of its own. */
public final class MeshStage implements Stage {
    public MeshStage(WorldKind kind, long seed, Casting casting, Optional<Path> journal, Optional<Path> har) {}

    @Override
    public void open() {}

    @Override
    public void begin(ScenarioId scenario) {}

    @Override
    public Evidence evidence() {
        return Evidence.NONE;
    }

    @Override
    public void end() {}

    @Override
    public Overlap overlap() {
        return Overlap.NONE;
    }

    @Override
    public void close() {}
}
