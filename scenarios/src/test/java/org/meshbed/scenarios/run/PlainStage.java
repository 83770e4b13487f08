package org.meshbed.scenarios.run;

import java.util.List;
import java.util.function.Consumer;

/** A stage without nodes that tells of the end of each scenario. */
final class PlainStage implements Stage {
    private final Consumer<ScenarioId> ended;
    /** The scenario that cannot be played here. */
    String refused = "";

    PlainStage(Consumer<ScenarioId> ended) {
        this.ended = ended;
    }

    @Override
    public void open() {}

    @Override
    public Scene begin(ScenarioId scenario) {
        if (scenario.name().equals(refused)) throw new IllegalStateException("no room");
        return new Scene() {
            @Override
            public Exhibits exhibits() {
                return new Exhibits("", scenario.name() + " was here", List.of());
            }

            @Override
            public void end() {
                ended.accept(scenario);
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
