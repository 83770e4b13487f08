package org.meshbed.scenarios.run;

import io.cucumber.java.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshbed.simulator.oracle.Finding;

/**
 * The run that is going on: what the hooks do around each scenario. Each thread that plays scenarios has a scene of its
 * own here, from the beginning of a scenario until its result is taken.
 */
final class Running {
    private final Stage stage;
    private final RunListener listener;
    private final ReentrantLock telling = new ReentrantLock();
    private final LongAdder insideNanos = new LongAdder();
    private final ThreadLocal<@Nullable Playing> own = new ThreadLocal<>();

    private static final class Playing {
        final Scene scene;
        Exhibits exhibits = Exhibits.NONE;

        Playing(Scene scene) {
            this.scene = scene;
        }
    }

    Running(Stage stage, RunListener listener) {
        this.stage = stage;
        this.listener = listener;
    }

    void begins(ScenarioId scenario) {
        tell(() -> listener.began(scenario));
        own.set(new Playing(stage.begin(scenario)));
    }

    /** The listener hears of one thing at a time. */
    void tell(Runnable what) {
        telling.lock();
        try {
            what.run();
        } finally {
            telling.unlock();
        }
    }

    /** A scenario whose stage could not be set has no scene. */
    void step(String sentence) {
        var playing = own.get();
        if (playing != null) playing.scene.step(sentence);
    }

    /** One sentence took so long; what reports make of it in between does not count. */
    void took(Duration time) {
        insideNanos.add(time.toNanos());
        var playing = own.get();
        if (playing != null) playing.scene.stepEnded();
    }

    /**
     * Diagram, exchanges and findings become part of the scenario in every report that Cucumber writes. The mesh is looked
     * at once more: a scenario fails where an invariant does not hold, or where one of our nodes broke a binding rule
     * without saying so in its profile, even when its own sentences are true.
     */
    void attach(Scenario scenario) {
        var playing = own.get();
        if (playing == null) return;
        var violations = new ArrayList<String>();
        try {
            playing.exhibits = playing.scene.exhibits();
            attach(scenario, playing.exhibits);
            violations.addAll(playing.scene.violations());
            var findings = playing.scene.findings();
            if (!findings.isEmpty()) scenario.attach(lines(findings), "text/plain", "findings");
            findings.stream()
                    .filter(Finding::fails)
                    .map(Finding::toString)
                    .distinct()
                    .forEach(violations::add);
        } finally {
            playing.scene.end();
        }
        if (!violations.isEmpty()) throw new AssertionError(String.join("; ", violations));
    }

    private static void attach(Scenario scenario, Exhibits exhibits) {
        // an image as bytes: the page shows it as a picture, and nothing inside it can act on the page
        if (!exhibits.diagram().isEmpty())
            scenario.attach(exhibits.diagram().getBytes(StandardCharsets.UTF_8), "image/svg+xml", "sequence diagram");
        if (!exhibits.transcript().isEmpty()) scenario.attach(exhibits.transcript(), "text/plain", "exchanges");
    }

    private static String lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).distinct().collect(Collectors.joining(System.lineSeparator()));
    }

    /** What the scenario on this thread left behind; it is over now. */
    Exhibits over() {
        var playing = own.get();
        own.remove();
        return playing == null ? Exhibits.NONE : playing.exhibits;
    }

    Duration inside() {
        return Duration.ofNanos(insideNanos.sum());
    }
}
