package org.meshbed.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.trace.TraceReader;

/**
 * What a profile says was observed is in the recordings. Of the flows that do not ship there is a list of their steps,
 * which {@code -Dmeshbed.write=true -Dmeshbed.recordings=FOLDER} makes anew from a folder of recorded folders.
 */
final class ProfileEvidenceTest {
    private static final Path STEPS = Path.of("src", "test", "resources", "steps");
    private static final String END = ".txt";

    static RecordedSteps recorded() throws IOException {
        var steps = new RecordedSteps();
        for (var folder : ShippedBindings.folders()) {
            if (Files.isDirectory(RecordingsTest.RECORDINGS.resolve(folder)))
                RecordingsTest.flows(folder).forEach(steps::put);
            var list = STEPS.resolve(folder + END);
            if (Files.exists(list)) steps.read(folder, Files.readString(list));
        }
        return steps;
    }

    static List<String> profiles() {
        return Vendors.names();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whenAProfileSaysThatSomethingWasObserved_thenItWasRecorded(String name) throws IOException {
        assertThat(new ObservedEvidence(recorded()).mistakes(Vendors.column(name)))
                .as("folder, flow and step as the recording calls them; a step also by the words with which it begins")
                .isEmpty();
    }

    /** Writes the lists where it is asked to; else there is nothing to do. */
    @Test
    void whenAskedTo_thenTheListsAreWrittenAnew() throws IOException {
        var place = System.getProperty("meshbed.recordings");
        if (place == null || !Boolean.getBoolean("meshbed.write")) return;
        Files.createDirectories(STEPS);
        for (var folder : ShippedBindings.folders()) {
            var steps = new RecordedSteps();
            for (var flow : TraceReader.read(Path.of(place, folder)))
                if (!Files.exists(RecordingsTest.RECORDINGS.resolve(folder).resolve(flow.name() + ".jsonl")))
                    steps.put(flow);
            Files.writeString(STEPS.resolve(folder + END), steps.text(folder));
        }
        assertThat(STEPS).isDirectoryContaining("glob:**.txt");
    }

    @Nested
    class GivenAWrongEvidence {
        @TempDir
        Path folder;

        private Profile profile(String in, String step) throws IOException {
            var file = folder.resolve("acme.yaml");
            Files.writeString(file, """
                    vendor: acme
                    line: "1"
                    covers: all of it
                    dialect: "1.1"
                    quirks:
                      - quirk: share.send.to-itself
                        value: sent
                        evidence: {level: observed, in: %s, step: "%s"}
                    """.formatted(in, step));
            return Vendors.file(file);
        }

        private List<String> mistakes(String in, String step) throws IOException {
            return new ObservedEvidence(recorded()).mistakes(profile(in, step));
        }

        @Test
        void whenTheFlowIsNotRecorded_thenTheNearestIsNamed() throws IOException {
            assertThat(mistakes("ocm-stub-1/09-invite", "same again"))
                    .containsExactly(folder.resolve("acme.yaml")
                            + ":8: 'ocm-stub-1/09-invite' is no recorded flow; did you mean 'ocm-stub-1/09-invites'?");
        }

        @Test
        void whenTheFolderIsNotRecorded_thenTheNearestIsNamed() throws IOException {
            assertThat(mistakes("ocm-stab-1/09-invites", "same again"))
                    .singleElement()
                    .asString()
                    .contains("did you mean 'ocm-stub-1/09-invites'?");
        }

        @Test
        void whenTheStepIsNotInTheFlow_thenTheNearestIsNamed() throws IOException {
            assertThat(mistakes("ocm-stub-1/09-invites", "S1 forwards invites to P"))
                    .singleElement()
                    .asString()
                    .contains("acme.yaml:8: 'S1 forwards invites to P' is no step of ocm-stub-1/09-invites")
                    .contains("did you mean 'S1 forwards an invite to P'?");
        }

        @Test
        void whenTheFlowDoesNotShip_thenItsStepsAreKnownAllTheSame() throws IOException {
            assertThat(mistakes("traces/ocm-stub-1/04-share-between-two-stubs.jsonl", "S2 accepts again"))
                    .isEmpty();
            assertThat(mistakes("ocm-stub-1/04-share-between-two-stubs", "S2 accepts never"))
                    .hasSize(1);
        }

        @Test
        void whenItNamesTheFirstWords_thenThatIsEnoughButNotHalfAWord() throws IOException {
            assertThat(mistakes("ocm-stub-1/09-invites", "S1 forwards an invite"))
                    .isEmpty();
            assertThat(mistakes("ocm-stub-1/09-invites", "S1 forw")).hasSize(1);
        }

        @Test
        void whenNotAllFlowsAreAtHand_thenOnlyThoseAreLookedAt() throws IOException {
            var evidence = new ObservedEvidence(recorded());
            assertThat(evidence.mistakesInFlowsAtHand(profile("ocm-stub-1/77-elsewhere", "x")))
                    .isEmpty();
            assertThat(evidence.mistakesInFlowsAtHand(profile("ocm-stub-1/09-invites", "no such step")))
                    .hasSize(1);
        }
    }
}
