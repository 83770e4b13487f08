package org.meshbed.scenarios.run;

import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.meshbed.scenarios.input.BadInput;

/** Runs scenarios in this process, in the order of the files, and writes Cucumber's reports. */
public final class Run {
    private final RunOptions options;
    private final Stage stage;
    private final RunListener listener;

    public Run(RunOptions options, Stage stage, RunListener listener) {
        this.options = options;
        this.stage = stage;
        this.listener = listener;
    }

    /** Throws {@link BadInput} before anything is run where features, tags or vendors are wrong. */
    public RunResult run() {
        var running = new Running(stage, listener);
        var results = new Results(running, options.seed(), listener, nearest());
        var planned = new ArrayList<String>();
        var cucumber = cucumber(planned);
        stage.open();
        var features = FeatureFiles.read(cucumber);
        if (features.isEmpty()) throw new BadInput("there is no feature file in " + options.features());
        play(cucumber, features, running, results);
        if (planned.isEmpty()) throw new BadInput(nothingMatched());
        return new RunResult(results.all(), stage.overlap(), stage.judged(), running.inside());
    }

    private void play(RuntimeOptions cucumber, List<Feature> features, Running running, Results results) {
        try (var reports = new Reports(options.report())) {
            ScenarioHooks.running(running);
            var runtime = Runtime.builder()
                    .withRuntimeOptions(cucumber)
                    .withFeatureSupplier(() -> features)
                    .withClassLoader(FeatureFiles::loader)
                    .withAdditionalPlugins(reports.plugin(), results)
                    .build();
            Background.begin("scenarios", runtime::run).await();
        }
    }

    private RuntimeOptions cucumber(List<String> planned) {
        var builder = new RuntimeOptionsBuilder()
                .addGlue(GluePath.parse(ScenarioHooks.class.getPackageName()))
                .setPublishQuiet(true)
                .setPickleOrder(pickles -> {
                    var mine = options.shard().of(pickles);
                    mine.forEach(pickle -> planned.add(pickle.getName()));
                    listener.planned(mine.size());
                    return mine;
                });
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

    private UnaryOperator<String> nearest() {
        var sentences = StepClasses.sentences(options.glue());
        return sentences::nearest;
    }

    private String nothingMatched() {
        return options.tags()
                .map(tags -> "no scenario matches --tags '" + tags + "'")
                .orElse("there is no scenario to run in " + options.features());
    }
}
