package org.meshbed.scenarios.run;

import io.cucumber.java.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.meshbed.simulator.oracle.Finding;

/** The run that is going on: what the hooks do around each scenario. Used by the one thread that runs scenarios. */
final class Running {
    private final Stage stage;
    private final RunListener listener;
    private Duration inside = Duration.ZERO;
    private Exhibits exhibits = Exhibits.NONE;

    Running(Stage stage, RunListener listener) {
        this.stage = stage;
        this.listener = listener;
    }

    void begins(ScenarioId scenario) {
        exhibits = Exhibits.NONE;
        listener.began(scenario);
        stage.begin(scenario);
    }

    void step(String sentence) {
        stage.step(sentence);
    }

    /** One sentence took so long; what reports make of it in between does not count. */
    void took(Duration time) {
        inside = inside.plus(time);
    }

    /**
     * Diagram, exchanges and findings become part of the scenario in every report that Cucumber writes. The mesh is looked
     * at once more: a scenario fails where an invariant does not hold, or where one of our nodes broke a binding rule
     * without saying so in its profile, even when its own sentences are true.
     */
    void attach(Scenario scenario) {
        var violations = new ArrayList<String>();
        try {
            exhibits = stage.exhibits();
            // an image as bytes: the page shows it as a picture, and nothing inside it can act on the page
            if (!exhibits.diagram().isEmpty())
                scenario.attach(
                        exhibits.diagram().getBytes(StandardCharsets.UTF_8), "image/svg+xml", "sequence diagram");
            if (!exhibits.transcript().isEmpty()) scenario.attach(exhibits.transcript(), "text/plain", "exchanges");
            violations.addAll(stage.violations());
            var findings = stage.findings();
            if (!findings.isEmpty()) scenario.attach(lines(findings), "text/plain", "findings");
            findings.stream()
                    .filter(Finding::fails)
                    .map(Finding::toString)
                    .distinct()
                    .forEach(violations::add);
        } finally {
            stage.end();
        }
        if (!violations.isEmpty()) throw new AssertionError(String.join("; ", violations));
    }

    private static String lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).distinct().collect(Collectors.joining(System.lineSeparator()));
    }

    Exhibits exhibits() {
        return exhibits;
    }

    Duration inside() {
        return inside;
    }
}
