package org.meshbed.scenarios.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.steps.AllSteps;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.loopback.Addresses;

final class StandingMeshTest {
    private static final Profile REFERENCE = Vendors.column("reference/1.5");

    @TempDir
    private Path folder;

    private static NodePlan plan(String name, OptionalInt port, Optional<Path> data, String... people) {
        var accounts = List.of(people).stream().map(Person::named).toList();
        return new NodePlan(name, REFERENCE, accounts, List.of(), Scheme.HTTPS, port, data);
    }

    private StandingMesh start(NodePlan... nodes) {
        return StandingMesh.start(
                "workshop",
                List.of(nodes),
                Addresses.LOOPBACK,
                Optional.of(folder.resolve("journal.jsonl")),
                _ -> REFERENCE);
    }

    @Nested
    class GivenTwoNodesThatAreUp {
        @Test
        void whenAFlowIsSaid_thenItHappensOnSocketsAndIsWrittenDown() throws IOException {
            try (var mesh = start(
                    plan("cern", OptionalInt.empty(), Optional.empty(), "alice"),
                    plan("surf", OptionalInt.empty(), Optional.empty(), "bob"))) {
                var talk = new Conversation(AllSteps.sentences());
                for (var sentence : List.of(
                        "alice at cern has a file report.txt",
                        "alice shares report.txt with bob at surf",
                        "bob accepts report.txt",
                        "bob can read report.txt"))
                    assertThat(talk.say(sentence)).extracting(Answer::kind).isEqualTo(Answer.Kind.DONE);
                assertThat(mesh.nodes())
                        .extracting(node -> node.host().name())
                        .containsExactly("cern.localhost", "surf.localhost");
            }
            assertThat(Files.readString(folder.resolve("journal.jsonl"))).contains("/ocm/shares");
        }

        @Test
        void whenTheAuthorityIsWritten_thenItIsACertificate() throws IOException {
            try (var mesh = start(plan("cern", OptionalInt.empty(), Optional.empty(), "alice"))) {
                mesh.writeAuthority(folder.resolve("new").resolve("ca.pem"));
            }
            assertThat(Files.readString(folder.resolve("new").resolve("ca.pem")))
                    .startsWith("-----BEGIN CERTIFICATE-----");
        }
    }

    @Nested
    class GivenAPortThatIsTaken {
        @Test
        void whenAnotherNodeWantsIt_thenNodeAndPortAreNamed() {
            try (var first = start(plan("cern", OptionalInt.empty(), Optional.empty(), "alice"))) {
                var port = first.nodes().getFirst().host().port();

                assertThatThrownBy(() -> start(plan("surf", OptionalInt.of(port), Optional.empty(), "bob")))
                        .isInstanceOf(BadInput.class)
                        .hasMessageStartingWith("node 'surf' cannot have port " + port + ": it is in use");
            }
        }
    }

    @Nested
    class GivenANodeWithADataFolder {
        @Test
        void whenItIsStartedAgain_thenItStillHasWhatItHad() {
            var data = Optional.of(folder.resolve("kept"));
            try (var mesh = start(plan("cern", OptionalInt.empty(), data, "alice"))) {
                assertThat(mesh.nodes()).hasSize(1);
                assertThat(new Conversation(AllSteps.sentences())
                                .say("alice at cern writes report.txt")
                                .kind())
                        .isEqualTo(Answer.Kind.DONE);
            }
            try (var mesh = start(plan("cern", OptionalInt.empty(), data, "alice"))) {
                var files = mesh.mesh().party("alice", "cern").list(org.meshbed.nodes.party.Place.own(""));

                assertThat(files.value().orElseThrow())
                        .extracting(org.meshbed.nodes.party.Entry::name)
                        .contains("report.txt");
            }
        }
    }
}
