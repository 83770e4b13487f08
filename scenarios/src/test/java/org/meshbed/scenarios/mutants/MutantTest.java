package org.meshbed.scenarios.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.scenarios.run.Run;
import org.meshbed.scenarios.run.RunListener;
import org.meshbed.scenarios.run.RunOptions;
import org.meshbed.scenarios.run.ScenarioResult;
import org.meshbed.scenarios.run.Shard;
import org.meshbed.scenarios.run.Verdict;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** Each flow has nodes that are wrong in it, and scenarios that see it. */
final class MutantTest {
    private static final long SEED = 7;
    /** Not among them: broken. A mutant is caught by what a sentence expects, not by an accident. */
    private static final EnumSet<Verdict> CAUGHT = EnumSet.of(Verdict.FAILED, Verdict.BLOCKED);

    @TempDir
    Path report;

    static Stream<Mutant> mutants() {
        return Stream.of(
                        SharingMutants.discovery(),
                        SharingMutants.share(),
                        SharingMutants.group(),
                        TellingMutants.notification(),
                        TellingMutants.invite(),
                        AccessMutants.access(),
                        AccessMutants.limits(),
                        TokenMutants.token(),
                        MeshMutants.faults(),
                        MeshMutants.mixed(),
                        HostileMutants.outbound(),
                        HostileMutants.answers(),
                        HostileMutants.places(),
                        HostileMutants.signatures(),
                        HostileMutants.trust())
                .flatMap(flow -> flow);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void whenNodesAreWrong_thenTheScenariosSeeIt(Mutant mutant) {
        var results = run(
                mutant.features(),
                new MutantStage(SEED, seed -> mutant.change().apply(VirtualPlan.of(seed)), mutant.profile()));

        assertThat(results.stream().map(r -> r.id().name()))
                .as("scenarios that there are")
                .containsAll(mutant.caughtBy());
        assertThat(results.stream().filter(r -> CAUGHT.contains(r.verdict())).map(r -> r.id().name()))
                .as(mutant + " make these fail")
                .containsAll(mutant.caughtBy());
    }

    @Test
    void whenNodesAreRight_thenNoScenarioFails() {
        var results = run(List.of(), new MutantStage(SEED, VirtualPlan::of));

        assertThat(results.stream()
                        .filter(r -> r.verdict() != Verdict.PASSED)
                        .map(r -> r.id() + " " + r.verdict() + ": " + r.failure()))
                .as("scenarios that do not pass")
                .isEmpty();
    }

    private List<ScenarioResult> run(List<String> features, MutantStage stage) {
        var options =
                new RunOptions(features, Optional.empty(), SEED, Shard.parse("1/1"), report, List.of(RunOptions.STEPS));
        return new Run(options, stage, RunListener.SILENT).run().scenarios();
    }
}
