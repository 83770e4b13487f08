package org.meshbed.scenarios.run;

import java.util.List;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.oracle.Finding;

/** Where scenarios are played, one after another. The runner calls it around each of them, outside of the time it takes. */
public interface Stage extends AutoCloseable {
    /** Once, before the first scenario: what all of them share begins to start, while whoever calls goes on. */
    void open() throws BadInput;

    /** A scenario begins: {@link org.meshbed.scenarios.state.Bindings} are put in place for it. */
    void begin(ScenarioId scenario);

    /** The scenario comes to its next sentence. */
    default void step(String sentence) {}

    /** A sentence has ended; what is done here does not count as its time. */
    default void stepEnded() {}

    /** The scenario has ended: what it leaves behind, read while its nodes still stand. */
    Exhibits exhibits();

    /** What does not hold in the mesh that the scenario leaves behind, in words; looked at after {@link #exhibits()}. */
    default List<String> violations() {
        return List.of();
    }

    /** What the oracle found in the scenario that has just ended; asked for before its nodes go away. */
    default List<Finding> findings() {
        return List.of();
    }

    /** What the oracle looked at and found in all scenarios so far. */
    default Judged judged() {
        return Judged.NONE;
    }

    /** Its nodes go away. */
    void end();

    /** Of all scenarios so far. */
    Overlap overlap();

    /** Nothing more is played; files are complete. */
    @Override
    void close();
}
