package org.meshbed.scenarios.run;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which of Meshbed's own scenarios carry which tag. */
public final class TaggedScenarios {
    private TaggedScenarios() {}

    /** By tag without its {@code @}: the places of the scenarios, {@code share/sharing.feature:12}, in their order. */
    public static Map<String, List<String>> byTag() {
        var options = new RuntimeOptionsBuilder()
                .addFeature(FeatureWithLines.parse(FeatureFiles.OWN))
                .build();
        var places = new TreeMap<String, List<String>>();
        for (var feature : FeatureFiles.read(options))
            for (var pickle : feature.getPickles())
                for (var tag : pickle.getTags())
                    places.computeIfAbsent(tag.substring(1), _ -> new ArrayList<>())
                            .add(place(pickle));
        return places;
    }

    private static String place(Pickle pickle) {
        return ScenarioId.of(pickle.getUri(), pickle.getLocation().getLine(), pickle.getName())
                .place();
    }
}
