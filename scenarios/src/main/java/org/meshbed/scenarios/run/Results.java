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

/** Listens to Cucumber and gathers one result per scenario. Scenarios come one at a time. */
final class Results implements ConcurrentEventListener {
    private final Running running;
    private final long seed;
    private final RunListener listener;
    private final UnaryOperator<String> nearest;
    private final List<ScenarioResult> all = new ArrayList<>();
    private Judge judge;

    Results(Running running, long seed, RunListener listener, UnaryOperator<String> nearest) {
        this.running = running;
        this.seed = seed;
        this.listener = listener;
        this.nearest = nearest;
        this.judge = new Judge(nearest);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, _ -> judge = new Judge(nearest));
        publisher.registerHandlerFor(TestStepStarted.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep said)
                running.step(said.getStep().getText());
        });
        publisher.registerHandlerFor(TestStepFinished.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep)
                running.took(event.getResult().getDuration());
            judge.saw(event);
        });
        publisher.registerHandlerFor(TestCaseFinished.class, event -> ended(event.getTestCase()));
    }

    List<ScenarioResult> all() {
        return all;
    }

    private void ended(TestCase scenario) {
        var line = scenario.getLocation().getLine();
        var id = ScenarioId.of(scenario.getUri(), line, scenario.getName());
        var result = new ScenarioResult(
                id,
                FeatureFiles.shown(scenario.getUri()) + ":" + line,
                scenario.getTags(),
                id.seed(seed),
                judge.verdict(),
                judge.failure(),
                running.exhibits().tail());
        all.add(result);
        listener.ended(result);
    }
}
