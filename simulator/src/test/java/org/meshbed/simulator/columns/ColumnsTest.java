package org.meshbed.simulator.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Vendors;

class ColumnsTest {
    @TempDir
    Path folder;

    static java.util.List<String> shipped() {
        return Vendors.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyProfileThatShipsBendsOnlyWhatItCan(String name) {
        assertThat(Columns.read(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.5 | send.framing | chunked | OCM-SHAR-01 | acme.yaml:7: 'OCM-SHAR-01' is no rule; did you mean 'OCM-SHARE-01'?",
                "1.5 | send.framing | chunked | INV-9 | 'INV-9' is no rule; did you mean 'INV-",
                "1.0 | send.framing | chunked | OCM-ADDR-02 | cannot bend OCM-ADDR-02: that is a rule of 1.5, and acme/1 speaks ocs, 1.0",
                "1.5 | share.receive.keeps | again | OCM-ADDR-01 | cannot bend OCM-ADDR-01: that binds DD, and the quirk is of RS, VER, DS, ALL"
            })
    void whenARuleCannotBeBent_thenThePlaceAndTheReasonAreNamed(
            String dialect, String type, String value, String rule, String message) throws IOException {
        var file = profile(dialect, type, value, rule);
        assertThatThrownBy(() -> Columns.read(file.toString()))
                .isInstanceOf(BadProfile.class)
                .hasMessageContaining(message);
    }

    @Test
    void whenItCanBeBent_thenItIsRead() throws IOException {
        var file = profile("1.5", "share.receive.keeps", "again", "INV-6");
        assertThat(Columns.read(file.toString()).bends()).containsExactly("INV-6");
    }

    private Path profile(String dialect, String type, String value, String rule) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), """
                vendor: acme
                line: "1"
                covers: all
                dialect: "%s"
                quirks:
                  - {quirk: %s, value: %s, evidence: {level: source, in: x},
                     bends: [%s]}
                """.formatted(dialect, type, value, rule));
    }
}
