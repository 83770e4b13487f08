package org.meshbed.scenarios.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.scenarios.input.BadInput;

final class ControlTest {
    @TempDir
    private Path folder;

    private final List<String> heard = new ArrayList<>();

    private Answer answer(String sentence) {
        heard.add(sentence);
        return new Answer(Answer.Kind.FAILED, List.of("line one\nline two", "Grüße"));
    }

    @Nested
    class GivenAMeshThatIsUp {
        private ControlEndpoint endpoint;

        @BeforeEach
        void start() {
            endpoint = ControlEndpoint.start(folder, "workshop", ControlTest.this::answer);
        }

        @AfterEach
        void stop() {
            endpoint.close();
        }

        @Test
        void whenASentenceIsSaid_thenItsAnswerComesBack() {
            var answer = ControlClient.say(RunFile.find(folder, Optional.empty()), "alice at cern says ü");

            assertThat(heard).containsExactly("alice at cern says ü");
            assertThat(answer).isEqualTo(new Answer(Answer.Kind.FAILED, List.of("line one", "line two", "Grüße")));
        }

        @Test
        void whenTheTokenIsWrong_thenNothingIsHeard() {
            var stranger = new RunFile("workshop", endpoint.file().port(), "guessed", 1);

            assertThatThrownBy(() -> ControlClient.say(stranger, "cern stops"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("does not know our token");
            assertThat(heard).isEmpty();
        }

        @Test
        void whenTheTokenIsKept_thenOnlyItsOwnerCanReadIt() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("workshop.json"))))
                    .isEqualTo("rw-------");
            assertThat(endpoint.file().token()).hasSizeGreaterThan(40);
        }

        @Test
        void whenStartedAgain_thenTheFirstIsNamed() {
            assertThatThrownBy(() -> ControlEndpoint.start(folder, "workshop", ControlTest.this::answer))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("a mesh 'workshop' is up already (process "
                            + ProcessHandle.current().pid());
        }

        @Test
        void whenAnotherNameIsAskedFor_thenTheNearestIsNamed() {
            assertThatThrownBy(() -> RunFile.find(folder, Optional.of("workshp")))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("no mesh 'workshp' is up; did you mean 'workshop'?");
        }

        @Test
        void whenTwoAreUp_thenOneHasToBeChosen() {
            try (var second = ControlEndpoint.start(folder, "second", ControlTest.this::answer)) {
                assertThatThrownBy(() -> RunFile.find(folder, Optional.empty()))
                        .isInstanceOf(BadInput.class)
                        .hasMessage("several meshes are up: second, workshop; choose one with --mesh");
                assertThat(RunFile.find(folder, Optional.of("second"))).isEqualTo(second.file());
            }
        }
    }

    @Nested
    class GivenNoMesh {
        @Test
        void whenOneWasStopped_thenNothingOfItIsLeft() {
            ControlEndpoint.start(folder, "gone", ControlTest.this::answer).close();

            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void whenAFileIsLeftOfADeadProcess_thenNoMeshIsUp() {
            new RunFile("dead", 1, "token", Long.MAX_VALUE).write(folder);

            assertThatThrownBy(() -> RunFile.find(folder, Optional.empty()))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("no mesh is up in this folder; start one: ./meshbed up");
        }

        @Test
        void whenAFileIsGarbage_thenItIsPassedOver() throws IOException {
            Files.writeString(folder.resolve("odd.json"), "{");

            assertThatThrownBy(() -> RunFile.find(folder, Optional.empty()))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("no mesh is up");
        }
    }
}
