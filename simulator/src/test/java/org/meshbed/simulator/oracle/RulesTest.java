package org.meshbed.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RulesTest {
    @Test
    void theCatalogueIsWhole() {
        assertThat(Rules.all()).hasSize(520);
        assertThat(Rules.all()).filteredOn(Rule::checkable).hasSize(327);
        assertThat(Rules.all()).extracting(Rule::statement).doesNotContain("");
    }

    @Test
    void aRuleHoldsInItsVersionsOnly() {
        var sender = Rules.get("OCM-SHARE-27");

        assertThat(sender.holdsIn(Version.V1_0)).isFalse();
        assertThat(sender.holdsIn(Version.V1_1)).isTrue();
        assertThat(sender.versions()).isEqualTo("1.1 - 1.5");
    }

    @Test
    void everyRuleThatIsCheckedIsInTheCatalogue() {
        assertThat(Coverage.implemented())
                .allMatch(id -> Rules.find(id).isPresent())
                .hasSizeGreaterThan(200);
        assertThat(Notes.rules()).allMatch(id -> Rules.find(id).isPresent());
    }

    @Test
    void aCheckableRuleIsCheckedOrSaysWhatItWaitsFor() {
        var implemented = Coverage.implemented();
        assertThat(Rules.all())
                .filteredOn(rule -> !implemented.contains(rule.id()) && rule.level() != Level.MAY)
                .filteredOn(rule -> rule.how() != Rule.How.INFO)
                .allSatisfy(rule -> assertThat(rule.waits()).as(rule.id()).isNotEmpty());
    }
}
