package org.meshbed.simulator.oracle.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.simulator.oracle.Finding;
import org.meshbed.simulator.oracle.Rules;

final class MutantsTest {
    private static final Map<Surroundings, List<Finding>> USUAL = new ConcurrentHashMap<>();

    /** All of a mutant but its change. */
    private record Surroundings(String column, Object peer, Object scene) {}

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    /** What is found where the node is as it should be, and all else as it is for the mutant. */
    private static List<Finding> usual(Mutant mutant) {
        var surroundings = new Surroundings(mutant.column(), mutant.peer(), mutant.scene());
        return USUAL.computeIfAbsent(surroundings, _ -> Proof.findings(mutant.sound()));
    }

    private static SortedSet<String> known(List<Finding> findings) {
        return Proof.broken(findings.stream().filter(Finding::declared).toList(), "alpha");
    }

    @Nested
    class GivenAMutant {
        static List<Mutant> mutants() {
            return MutantsTest.mutants();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("mutants")
        void whenItGoesThroughAllFlows_thenWhatItBreaksIsFoundAndNothingElse(Mutant mutant) {
            var findings = Proof.findings(mutant);

            var declared = new TreeSet<>(mutant.breaks());
            var broken = Proof.broken(findings, "alpha");
            var usual = usual(mutant);
            var asUsual = Proof.broken(usual, "alpha");
            assertThat(asUsual)
                    .as("rules that are broken without the mutation as well, and that no profile declares")
                    .filteredOn(id -> declared.contains(id) && !known(usual).contains(id))
                    .isEmpty();
            asUsual.removeAll(declared);
            broken.removeAll(asUsual);
            assertThat(broken).as("findings: %s", findings).isEqualTo(declared);
            var peer = Proof.broken(findings, "beta");
            peer.removeAll(Proof.broken(usual, "beta"));
            assertThat(peer)
                    .as("rules broken by the peer, findings: %s", findings)
                    .isEmpty();
        }
    }

    @Nested
    class GivenTheReference {
        @Test
        void whenItGoesThroughAllFlows_thenNoBindingRuleIsBroken() {
            assertThat(Proof.findings(Mutants.none("reference/1.5")))
                    .filteredOn(Finding::fails)
                    .isEmpty();
        }
    }

    @Test
    void everyMutantHasANameOfItsOwnAndBreaksRulesThatThereAre() {
        assertThat(mutants()).extracting(Mutant::name).doesNotHaveDuplicates();
        assertThat(Mutants.byRule().keySet()).allMatch(id -> Rules.find(id).isPresent());
    }
}
