package org.meshbed.scenarios.run;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sets the stage before a scenario and clears it afterwards: the very first and the very last of all hooks. Cucumber
 * makes this object itself, so what is running is held by the process; there is one run at a time.
 */
public final class ScenarioHooks {
    private static final AtomicReference<@Nullable Running> RUNNING = new AtomicReference<>();

    static void running(Running running) {
        RUNNING.set(running);
    }

    private static Running running() {
        return Objects.requireNonNull(RUNNING.get(), "scenarios are run by './meshbed run'");
    }

    @Before(order = Integer.MIN_VALUE)
    public void begin(Scenario scenario) {
        running().begins(ScenarioId.of(scenario.getUri(), scenario.getLine(), scenario.getName()));
    }

    @After(order = Integer.MIN_VALUE)
    public void end(Scenario scenario) {
        running().attach(scenario);
    }
}
