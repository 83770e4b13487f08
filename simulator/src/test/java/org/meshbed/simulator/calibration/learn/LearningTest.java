package org.meshbed.simulator.calibration.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Declared;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.Calibration;
import org.meshbed.simulator.calibration.ShippedBindings;
import org.meshbed.simulator.calibration.trace.TraceReader;

final class LearningTest {
    private static final String STUB = "ocm-stub/1";
    private static final Profile RIGHT = Vendors.column(STUB);
    private final List<String> said = new ArrayList<>();

    private static List<Recorded> recorded(String... files) {
        return Stream.of(files)
                .map(file -> Path.of("src", "test", "resources", "recordings").resolve(file))
                .flatMap(path -> TraceReader.read(path).stream())
                .map(flow -> new Recorded(flow, ShippedBindings.of(flow.folder())))
                .toList();
    }

    private Learned learn(Path like, List<Recorded> recorded, List<Profile> others) {
        return Learning.learn(
                new Child(Path.of("learned.yaml"), like.toString(), Vendors.file(like)), recorded, others, said::add);
    }

    private static Child child(Profile like) {
        return new Child(Path.of("learned.yaml"), STUB, like);
    }

    private static List<String> values(Profile profile, String type) {
        return profile.quirks().stream()
                .filter(d -> d.quirk().name().equals(type))
                .map(Declared::written)
                .toList();
    }

    private static int right(List<Recorded> recorded) {
        return recorded.stream()
                .mapToInt(r -> Calibration.check(RIGHT, r.bindings(), r.flow()).agreeing())
                .sum();
    }

    @Nested
    class GivenAnotherProfileKnowsTheQuirk {
        @Test
        void whenLearned_thenWhatTheRecordingShowsIsTakenOverAndRestsOnIt(@TempDir Path folder) throws IOException {
            var earlier = folder.resolve("earlier.yaml");
            Files.writeString(earlier, """
                    vendor: ocm-stub
                    line: "0"
                    covers: earlier
                    extends: ocm-stub/1
                    without: [discovery.document, state.forgets]
                    """);
            var recorded = recorded("ocm-stub-1/01-discovery.jsonl");
            var learned = learn(earlier, recorded, List.of(RIGHT));
            assertThat(learned.before().agreeing()).isLessThan(right(recorded));
            assertThat(learned.after().agreeing()).isEqualTo(right(recorded));
            assertThat(said.getFirst()).startsWith("agreement: ").contains("of use");
            assertThat(learned.text())
                    .contains("vendor: \"ocm-stub\"", "extends: " + earlier, "quirk: discovery.document")
                    .contains("evidence: {level: observed, in: \"ocm-stub-1/01-discovery\", step: ")
                    .doesNotContain("state.forgets");
            assertThat(values(learned.profile(), "discovery.document")).isEqualTo(values(RIGHT, "discovery.document"));
        }
    }

    @Nested
    class GivenNobodyKnowsTheQuirk {

        @Test
        void whenAStatusDiffers_thenTheRecordedOneIsProposed() {
            var text = Vendors.written(STUB)
                    .replace(
                            "answer: {status: 200, type: none, body: \"<!DOCTYPE",
                            "answer: {status: 203, type: none, body: \"<!DOCTYPE");
            var like = Vendors.text(Path.of("earlier.yaml"), text);
            assertThat(values(like, "http.routes")).isNotEqualTo(values(RIGHT, "http.routes"));
            var recorded = recorded("ocm-stub-1/01-discovery.jsonl");
            // the file that would be extended has to be one that is there, so the name of one that ships stands for it
            var draft = Ideas.of(
                    Draft.of(child(like), STUB),
                    List.of(),
                    recorded.stream()
                            .flatMap(r -> Calibration.check(like, r.bindings(), r.flow()).lines().stream())
                            .flatMap(line -> line.differences().stream())
                            .toList());
            assertThat(draft)
                    .filteredOn(idea -> idea.from().equals("the recording"))
                    .anySatisfy(idea -> assertThat(Said.values(idea.draft().of("http.routes")))
                            .isEqualTo(values(RIGHT, "http.routes")));
        }
    }

    @Nested
    class GivenAQuirkTooMany {
        @Test
        void whenLearned_thenItGoes() {
            var odd = Vendors.text(Path.of("odd.yaml"), """
                    vendor: ocm-stub
                    line: "1"
                    covers: odd
                    extends: ocm-stub/1
                    quirks:
                      - quirk: discovery.document
                        value: [{set: {extra: true}}]
                        evidence: {level: inferred, in: a test}
                    """);
            var recorded = recorded("ocm-stub-1/01-discovery.jsonl");
            var before = recorded.stream()
                    .mapToInt(
                            r -> Calibration.check(odd, r.bindings(), r.flow()).agreeing())
                    .sum();
            assertThat(before).isLessThan(right(recorded));
            var ideas = Ideas.of(Draft.of(child(odd), STUB), List.of(), List.of());
            assertThat(ideas)
                    .anySatisfy(idea -> assertThat(Said.values(idea.draft().of("discovery.document")))
                            .isEqualTo(values(RIGHT, "discovery.document")));
        }
    }

    @Nested
    class GivenRecordingsOfTwoProducts {
        @Test
        void whenLearned_thenBothAreNamed() {
            var recorded = recorded("ocm-stub-1/01-discovery.jsonl", "ocm-go-1/01-discovery.jsonl");
            assertThatThrownBy(() -> Learning.learn(child(RIGHT), recorded, List.of(), said::add))
                    .isInstanceOf(BadProfile.class)
                    .hasMessageContaining("ocm-stub/1, ocm-go/1");
        }
    }

    @Nested
    class GivenDraftsOfOneProfile {
        private final Draft draft = Draft.of(child(RIGHT), "ocm-stub/2");

        @Test
        void whenNothingChanged_thenTheFileOnlyExtends() {
            assertThat(draft.changed()).isEmpty();
            assertThat(draft.profile()).isPresent();
            assertThat(draft.text("x")).contains("extends: ocm-stub/1").doesNotContain("quirks:");
        }

        @Test
        void whenATypeIsGone_thenTheFileGoesWithoutIt() {
            var fewer = draft.with("state.forgets", List.of());
            assertThat(fewer.text("x")).contains("without: [state.forgets]");
            assertThat(values(fewer.profile().orElseThrow(), "state.forgets")).isEmpty();
        }

        @Test
        void whenOneOfSeveralPartsIsGone_thenTheOthersStay() {
            var parts = draft.of("http.routes");
            var fewer = draft.with("http.routes", parts.subList(1, parts.size()));
            assertThat(values(fewer.profile().orElseThrow(), "http.routes")).hasSize(parts.size() - 1);
        }

        @Test
        void whenAPartIsAdded_thenTheFileHasThatAlone() {
            var parts = new ArrayList<>(draft.of("http.routes"));
            parts.add(parts.getFirst().saying("[{\"paths\": [\"/x\"], \"answer\": {\"status\": 204}}]"));
            var more = draft.with("http.routes", parts);
            assertThat(more.text("x").lines().filter(l -> l.contains("quirk: http.routes")))
                    .hasSize(1);
            assertThat(values(more.profile().orElseThrow(), "http.routes")).hasSize(parts.size());
        }

        @Test
        void whenItCannotBe_thenThereIsNoProfile() {
            assertThat(draft.speaking("9.9").profile()).isEmpty();
        }

        @Test
        void whenItRestsOnAStep_thenTheFileSaysSo() {
            var rested = draft.of("state.forgets")
                    .getFirst()
                    .restingOn(new Evidence(Evidence.Level.OBSERVED, "a/b", "it \"did\" so"));
            assertThat(rested.text("state.forgets")).contains("step: \"it \\\"did\\\" so\"");
        }
    }
}
