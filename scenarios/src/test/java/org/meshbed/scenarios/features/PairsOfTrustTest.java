package org.meshbed.scenarios.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The feature of the pairs has all of them, each ending as the rule of its own words has it: eight kinds of servers,
 * which sign or not, demand signatures or not, exchange secrets for tokens or not.
 */
final class PairsOfTrustTest {
    private static final String FEATURE = "/features/trust/pairs-of-trust.feature";

    private record Kind(boolean signs, boolean demands, boolean exchanges) {
        static Kind number(int bits) {
            return new Kind((bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0);
        }

        private static String word(boolean it) {
            return it ? "yes" : "no";
        }

        @Override
        public String toString() {
            return "sign=%s;demand-signatures=%s;exchange=%s".formatted(word(signs), word(demands), word(exchanges));
        }
    }

    /** What becomes of a share from one to another, as the cells of its row; the heading of its table stands first. */
    private static List<String> ends(Kind from, Kind to) {
        if (to.demands() && !from.signs()) return List.of("refused", from.toString(), to.toString());
        var canBeAsked = !from.demands() || to.signs();
        var by = from.exchanges() && to.exchanges() && canBeAsked ? "a token" : "its secret";
        return List.of(canBeAsked ? "heard" : "not heard", from.toString(), to.toString(), by);
    }

    private static List<List<String>> rows() throws IOException {
        var rows = new ArrayList<List<String>>();
        var table = "";
        for (var line : text().lines().map(String::strip).toList()) {
            if (line.startsWith("Scenario Outline:"))
                table = line.endsWith("refused") ? "refused" : line.endsWith("not heard") ? "not heard" : "heard";
            if (!line.startsWith("| sign=")) continue;
            var row = new ArrayList<String>();
            row.add(table);
            Arrays.stream(line.split("\\|")).map(String::strip).filter(c -> !c.isEmpty()).forEach(row::add);
            rows.add(row);
        }
        return rows;
    }

    private static String text() throws IOException {
        try (var in = PairsOfTrustTest.class.getResourceAsStream(FEATURE)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whenThePairsAreCounted_thenEachIsThereOnceAndEndsByTheRule() throws IOException {
        var expected = new ArrayList<List<String>>();
        for (var from = 0; from < 8; from++)
            for (var to = 0; to < 8; to++) expected.add(ends(Kind.number(from), Kind.number(to)));

        assertThat(rows()).hasSize(64).containsExactlyInAnyOrderElementsOf(expected);
    }
}
