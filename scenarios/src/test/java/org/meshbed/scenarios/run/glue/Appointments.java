package org.meshbed.scenarios.run.glue;

import io.cucumber.java.en.When;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Scenarios that are played side by side wait for one another's end; a test says when one has ended. */
public final class Appointments {
    private static final Map<String, CountDownLatch> ENDS = new ConcurrentHashMap<>();

    public static void forgetAll() {
        ENDS.clear();
    }

    public static void ended(String scenario) {
        end(scenario).countDown();
    }

    private static CountDownLatch end(String scenario) {
        return ENDS.computeIfAbsent(scenario, _ -> new CountDownLatch(1));
    }

    @When("{word} has ended")
    public void waitFor(String scenario) throws InterruptedException {
        if (!end(scenario).await(60, TimeUnit.SECONDS)) throw new AssertionError(scenario + " does not end");
    }
}
