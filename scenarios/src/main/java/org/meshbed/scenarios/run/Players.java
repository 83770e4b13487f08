package org.meshbed.scenarios.run;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.CucumberExecutionContext;
import io.cucumber.core.runtime.ExitStatus;
import io.cucumber.core.runtime.ObjectFactoryServiceLoader;
import io.cucumber.core.runtime.ThreadLocalObjectFactorySupplier;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.ConcurrentEventListener;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Plays scenarios by Cucumber's runner, so many side by side, each wholly on one thread. Cucumber's own runtime can do
 * that too, but it hands on every event under one lock, in the order in which it happens to come, and reads the steps
 * once more for a thread that plays nothing. Hooks around the whole of a run are not called: there are none.
 */
final class Players {
    private final RuntimeOptions options;
    private final Turns turns;
    private final AtomicLong ids = new AtomicLong();
    private final EventBus bus = new TimeServiceEventBus(Clock.systemUTC(), () -> new UUID(1, ids.incrementAndGet()));
    private final ThreadLocalObjectFactorySupplier factories;
    private final CucumberExecutionContext context;

    /**
     * Players who have not begun.
     *
     * @param inOrder hear of one scenario after another
     * @param atOnce hears everything when it happens, on the thread where it happens
     */
    Players(
            RuntimeOptions options,
            Turns turns,
            ConcurrentEventListener atOnce,
            List<? extends ConcurrentEventListener> inOrder) {
        this.options = options;
        this.turns = turns;
        factories = new ThreadLocalObjectFactorySupplier(new ObjectFactoryServiceLoader(FeatureFiles::loader, options));
        var status = new ExitStatus(options);
        var ordered = turns.inOrder(bus);
        atOnce.setEventPublisher(bus);
        status.setEventPublisher(ordered);
        inOrder.forEach(listener -> listener.setEventPublisher(ordered));
        context = new CucumberExecutionContext(bus, status, ThreadLocal.withInitial(this::runner)::get);
    }

    void play(List<Feature> features, List<Pickle> scenarios, int beside) {
        context.startTestRun();
        features.forEach(context::beforeFeature);
        try {
            var next = new AtomicInteger();
            var players = IntStream.rangeClosed(1, Math.min(beside, scenarios.size()))
                    .mapToObj(n -> Background.begin("scenarios-" + n, () -> play(scenarios, next)))
                    .toList();
            Background.awaitAll(players);
        } finally {
            context.finishTestRun();
        }
    }

    /** Plays whatever nobody has begun; a player that breaks ends the run. */
    private void play(List<Pickle> scenarios, AtomicInteger next) {
        for (var turn = next.getAndIncrement(); turn < scenarios.size(); turn = next.getAndIncrement()) {
            try {
                play(scenarios.get(turn), turn);
            } catch (RuntimeException | Error e) {
                next.set(scenarios.size());
                throw e;
            }
        }
    }

    private void play(Pickle scenario, int turn) {
        turns.begin(turn);
        try {
            context.runTestCase(runner -> runner.runPickle(scenario));
        } finally {
            turns.end(turn);
        }
    }

    /** Reads the steps: what a runner holds belongs to one thread. */
    private Runner runner() {
        var backends = new BackendServiceLoader(FeatureFiles::loader, factories).get();
        return new Runner(bus, backends, factories.get(), options);
    }
}
