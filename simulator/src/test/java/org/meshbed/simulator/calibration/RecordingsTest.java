package org.meshbed.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.trace.Flow;
import org.meshbed.simulator.calibration.trace.TraceReader;

/** Profiles answer to recordings: a changed answer in one of them fails here. */
final class RecordingsTest {
    static final Path RECORDINGS = Path.of("src", "test", "resources", "recordings");

    static List<Flow> flows(String folder) {
        return TraceReader.read(RECORDINGS.resolve(folder));
    }

    /** The profile where it ships, else one of that name without anything in it. */
    static Profile profile(String name) {
        if (Vendors.names().contains(name)) return Vendors.column(name);
        var slash = name.indexOf('/');
        var text = "vendor: %s%nline: \"%s\"%ncovers: none yet%ndialect: \"1.1\"%n"
                .formatted(name.substring(0, slash), name.substring(slash + 1));
        try {
            var file = Files.createTempFile("none", ".yaml");
            Files.writeString(file, text);
            var profile = Vendors.file(file);
            Files.delete(file);
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last column is raised as the profile gets better, never lowered. */
    @ParameterizedTest
    @CsvSource({
        "ocm-go-1, ocm-go/1, 970",
        "pairs, ocm-go/1, 1000",
        "pairs, reva/3.12, 1000",
        "ocm-stub-1, ocm-stub/1, 980",
        "reva-3, reva/3.12, 990",
        "owncloud-11, owncloud/11.0, 1000",
        "opencloud-2025, opencloud/2025-02, 975",
    })
    void whenChecked_thenTheProfileAgreesAsFarAsItDid(String folder, String profile, int perMille) {
        var agreement = Calibration.check(profile(profile), ShippedBindings.of(folder), flows(folder));
        assertThat(agreement.perMille()).as(agreement.words()).isGreaterThanOrEqualTo(perMille);
    }

    @Test
    void whenCounted_thenThereAreAThousandExchanges() {
        var exchanges = ShippedBindings.folders().stream()
                .flatMap(folder -> flows(folder).stream())
                .mapToInt(flow -> flow.exchanges().size())
                .sum();
        assertThat(exchanges).isGreaterThan(1000);
    }
}
