package org.meshbed.scenarios.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.meshbed.simulator.oracle.Rules;

final class RulesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "rules.md");
    /** How many scenarios exercise a rule changes with every scenario: those figures may be behind. */
    private static final Pattern SCENARIOS =
            Pattern.compile("(?m) \\| (\\d+|-)(?= \\| (\\d+|-) \\|$)|\\d+(?= exercised)");

    private static final RuleTable TABLE = RuleTable.current();

    @Test
    void thePageIsThatOfTheCode() throws IOException {
        assertThat(withoutScenarios(Files.readString(PAGE)))
                .as("docs/rules.md is not what the code says; make it anew: ./meshbed rules --page > docs/rules.md")
                .isEqualTo(withoutScenarios(RulesPage.of(TABLE)));
    }

    private static String withoutScenarios(String page) {
        return SCENARIOS.matcher(page).replaceAll("?");
    }

    @Test
    void atLeastSixtyPercentOfTheCheckableRulesAreProven() {
        var checkable = TABLE.checkable(_ -> true);

        assertThat(checkable).isEqualTo(327);
        assertThat(TABLE.checkable(RuleRow::proven) * 100).isGreaterThanOrEqualTo(checkable * 60);
        assertThat(TABLE.checkable(row -> row.proven() && !row.implemented())).isZero();
    }

    @Test
    void everyTagOfARuleNamesOne() {
        assertThat(org.meshbed.scenarios.run.TaggedScenarios.byTag().keySet())
                .filteredOn(tag -> tag.startsWith("OCM-"))
                .allMatch(tag -> Rules.find(tag).isPresent());
    }
}
