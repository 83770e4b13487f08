package org.meshbed.scenarios.mutants;

import java.util.List;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/**
 * A mesh whose nodes all do one thing wrong.
 *
 * @param wrong what they do wrong, in words
 * @param features that are run with it
 * @param caughtBy names of scenarios of these features that must fail
 */
public record Mutant(
        String wrong,
        List<String> features,
        List<String> caughtBy,
        UnaryOperator<VirtualPlan> change,
        UnaryOperator<Profile> profile) {
    public Mutant {
        features = List.copyOf(features);
        caughtBy = List.copyOf(caughtBy);
    }

    /** The wrong that is done; to be followed by what must see it. */
    static Wrong nodesThat(String wrong, UnaryOperator<VirtualPlan> change) {
        return new Wrong(wrong, change, UnaryOperator.identity());
    }

    /** The same, where the wrong is in the profile. */
    static Wrong nodesOf(String wrong, UnaryOperator<Profile> profile) {
        return new Wrong(wrong, UnaryOperator.identity(), profile);
    }

    /** A wrong that no scenario is known to see yet. */
    record Wrong(String wrong, UnaryOperator<VirtualPlan> change, UnaryOperator<Profile> profile) {
        Mutant mustFail(String feature, String... scenarios) {
            return new Mutant(wrong, List.of("classpath:features/" + feature), List.of(scenarios), change, profile);
        }
    }

    @Override
    public String toString() {
        return "nodes that " + wrong;
    }
}
