package org.meshbed.scenarios.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Listens to Cucumber and gathers one result per scenario, in turn. Events come on the thread that plays the scenario,
 * which has a judge of its own for it.
 */
final class Results implements ConcurrentEventListener {
    private final Running running;
    private final Turns turns;
    private final long seed;
    private final RunListener listener;
    private final List<ScenarioResult> all = new ArrayList<>();
    private final ThreadLocal<Judge> own;

    Results(Running running, Turns turns, long seed, RunListener listener, UnaryOperator<String> nearest) {
        this.running = running;
        this.turns = turns;
        this.seed = seed;
        this.listener = listener;
        this.own = ThreadLocal.withInitial(() -> new Judge(nearest));
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, _ -> own.remove());
        publisher.registerHandlerFor(TestStepStarted.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep said)
                running.step(said.getStep().getText());
        });
        publisher.registerHandlerFor(TestStepFinished.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep)
                running.took(event.getResult().getDuration());
            own.get().saw(event);
        });
        publisher.registerHandlerFor(TestCaseFinished.class, event -> ended(event.getTestCase()));
    }

    /** To be asked for when nothing is played any more. */
    List<ScenarioResult> all() {
        return all;
    }

    private void ended(TestCase scenario) {
        var result = result(scenario, own.get());
        own.remove();
        turns.tell(() -> {
            all.add(result);
            running.tell(() -> listener.ended(result));
        });
    }

    private ScenarioResult result(TestCase scenario, Judge judge) {
        var line = scenario.getLocation().getLine();
        var left = running.over();
        var id = ScenarioId.of(scenario.getUri(), line, scenario.getName());
        return new ScenarioResult(
                id,
                FeatureFiles.shown(scenario.getUri()) + ":" + line,
                scenario.getTags(),
                id.seed(seed),
                judge.verdict(),
                judge.failure(),
                left.tail(),
                left.rests());
    }
}
