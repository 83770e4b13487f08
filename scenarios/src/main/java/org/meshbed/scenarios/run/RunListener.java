package org.meshbed.scenarios.run;

/** Is told how a run goes on, by one thread at a time; of ends in the order of the files. */
public interface RunListener {
    RunListener SILENT = new RunListener() {};

    /** How many scenarios there will be. */
    default void planned(int scenarios) {}

    default void began(ScenarioId scenario) {}

    default void ended(ScenarioResult result) {}
}
