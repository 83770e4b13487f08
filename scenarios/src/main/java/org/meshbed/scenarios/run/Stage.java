package org.meshbed.scenarios.run;

import org.meshbed.scenarios.input.BadInput;

/** Where scenarios are played. Several may be at once, each in a scene of its own and on a thread of its own. */
public interface Stage extends AutoCloseable {
    /** Once, before the first scenario: what all of them share begins to start, while whoever calls goes on. */
    void open() throws BadInput;

    /** Once, before the first scenario: how many there will be. */
    default void planned(int scenarios) {}

    /**
     * A scenario begins on the calling thread, which will play all of it:
     * {@link org.meshbed.scenarios.state.Bindings} are put in place for it there.
     */
    Scene begin(ScenarioId scenario);

    /** What the oracle looked at and found in all scenarios so far. */
    default Judged judged() {
        return Judged.NONE;
    }

    /** Of all scenarios so far. */
    Overlap overlap();

    /** Nothing more is played; files are complete. */
    @Override
    void close();
}
