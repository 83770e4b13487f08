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
    private static final Map<String, SortedSet<String>> USUAL = new ConcurrentHashMap<>();

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    /** What a node of that column breaks without any mutation. */
    private static SortedSet<String> usual(String column) {
        return USUAL.computeIfAbsent(column, c -> Proof.broken(Proof.findings(Mutants.none(c)), "alpha"));
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
            var asUsual = new TreeSet<>(usual(mutant.column()));
            asUsual.removeAll(declared);
            broken.removeAll(asUsual);
            assertThat(broken).as("findings: %s", findings).isEqualTo(declared);
            var peer = Proof.broken(findings, "beta");
            peer.removeAll(usual(mutant.column()));
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
