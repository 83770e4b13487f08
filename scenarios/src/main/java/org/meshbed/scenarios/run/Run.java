package org.meshbed.scenarios.run;

import io.cucumber.core.feature.GluePath;
import io.cucumber.core.filter.Filters;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.sentence.Sentences;

/** Runs scenarios in this process, so many side by side, and writes Cucumber's reports in the order of the files. */
public final class Run {
    private final RunOptions options;
    private final Stage stage;
    private final RunListener listener;
    /** Read only where a sentence is unknown. */
    private final FutureTask<Sentences> sentences;

    public Run(RunOptions options, Stage stage, RunListener listener) {
        this.options = options;
        this.stage = stage;
        this.listener = listener;
        this.sentences = new FutureTask<>(() -> StepClasses.sentences(options.glue()));
    }

    /** Throws {@link BadInput} before anything is run where features, tags or vendors are wrong. */
    public RunResult run() {
        var cucumber = cucumber();
        stage.open();
        var features = FeatureFiles.read(cucumber);
        if (features.isEmpty()) throw new BadInput("there is no feature file in " + options.features());
        var scenarios = planned(cucumber, features);
        if (scenarios.isEmpty()) throw new BadInput(nothingMatched());
        stage.planned(scenarios.size());
        listener.planned(scenarios.size());
        return play(cucumber, features, scenarios);
    }

    private List<Pickle> planned(RuntimeOptions cucumber, List<Feature> features) {
        var all = features.stream().flatMap(feature -> feature.getPickles().stream());
        return options.shard().of(all.filter(new Filters(cucumber)).toList());
    }

    private RunResult play(RuntimeOptions cucumber, List<Feature> features, List<Pickle> scenarios) {
        var turns = new Turns();
        var running = new Running(stage, listener);
        var results = new Results(running, turns, options.seed(), listener, this::nearest);
        try (var reports = new Reports(options.report())) {
            ScenarioHooks.running(running);
            new Players(cucumber, turns, results, List.of(reports.listener()))
                    .play(features, scenarios, options.beside());
        }
        return new RunResult(results.all(), stage.overlap(), stage.judged(), running.inside());
    }

    private RuntimeOptions cucumber() {
        var builder = new RuntimeOptionsBuilder().addGlue(GluePath.parse(ScenarioHooks.class.getPackageName()));
        options.glue().forEach(name -> builder.addGlue(GluePath.parse(name)));
        options.tags().map(Run::tags).ifPresent(builder::addTagFilter);
        var features = options.features().isEmpty() ? List.of(FeatureFiles.OWN) : options.features();
        features.forEach(written -> builder.addFeature(FeatureFiles.find(written)));
        return builder.build();
    }

    private static Expression tags(String expression) {
        try {
            return TagExpressionParser.parse(expression);
        } catch (TagExpressionException e) {
            throw new BadInput("--tags '" + expression + "' is no tag expression; for example '@share and not @group' ("
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ")");
        }
    }

    private String nearest(String unknown) {
        sentences.run();
        return sentences.resultNow().nearest(unknown);
    }

    private String nothingMatched() {
        return options.tags()
                .map(tags -> "no scenario matches --tags '" + tags + "'")
                .orElse("there is no scenario to run in " + options.features());
    }
}
