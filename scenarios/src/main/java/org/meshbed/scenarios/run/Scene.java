package org.meshbed.scenarios.run;

import java.util.List;
import org.meshbed.simulator.oracle.Finding;

/** One scenario while it is played, by one thread. What is done here is outside of the time that the scenario takes. */
public interface Scene {
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

    /** What the oracle found in the scenario; asked for before its nodes go away. */
    default List<Finding> findings() {
        return List.of();
    }

    /** Its nodes go away. */
    void end();
}
