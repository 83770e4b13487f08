package org.meshbed.scenarios.run;

import java.net.URI;
import org.meshbed.simulator.seed.Seeds;

/**
 * Which scenario it is, whatever the folder or jar its feature was read from.
 *
 * @param file of the feature below the folder {@code features}: {@code share/create.feature}
 * @param line of the scenario, or of its row of examples
 */
public record ScenarioId(String file, int line, String name) {
    private static final String FEATURES = "features/";

    static ScenarioId of(URI uri, int line, String name) {
        var path = uri.getSchemeSpecificPart();
        var below = path.lastIndexOf(FEATURES);
        var file = below < 0 ? path.substring(path.lastIndexOf('/') + 1) : path.substring(below + FEATURES.length());
        return new ScenarioId(file, line, name);
    }

    /** Its own seed, so that alone or among others it runs the same. */
    public long seed(long runSeed) {
        return new Seeds(runSeed).stream("scenario/" + this).nextLong(Long.MAX_VALUE);
    }

    public String place() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        return place() + " " + name;
    }
}
