package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;

/** Alice at alpha shares with Bob at beta, who shares it on with Carol at gamma: beta stands between, request by request. */
class PassingOnTest {
    private static final List<String> EVERYBODY = List.of("alpha.example", "beta.example", "gamma.example");

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void acquainted() {
        for (var node : List.of("alpha alice", "beta bob", "gamma carol"))
            mesh.node(node.split(" ")[0], "reva/3.12", node.split(" ")[1]);
        mesh.nodes.values().forEach(node -> node.operator().editProviderList(EVERYBODY));
        knows("alpha", "alice", "bob@beta.example");
        knows("beta", "bob", "alice@alpha.example");
        knows("beta", "bob", "carol@gamma.example");
        knows("gamma", "carol", "bob@beta.example");
        mesh.party("alice@alpha").write(Place.own("a.txt"), bytes("hello"));
        mesh.party("alice@alpha").makeFolder(Place.own("docs"));
        mesh.party("alice@alpha").write(Place.own("docs/b.txt"), bytes("in it"));
    }

    private void knows(String node, String user, String address) {
        mesh.nodes.get(node + ".example").operator().acquaint(user, new Contact(address, address, ""));
    }

    private static Content bytes(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Place received(String who) {
        return new Place(
                Optional.of(mesh.party(who)
                        .received()
                        .value()
                        .map(List::getLast)
                        .map(ReceivedShare::id)
                        .orElseThrow()),
                "");
    }

    private Place in(String who, String path) {
        return new Place(received(who).share(), path);
    }

    private void shares(String path, Permissions permissions) {
        mesh.party("alice@alpha")
                .share(new ShareWish(path, "bob@beta.example", ShareType.USER, permissions, Optional.empty(), false));
    }

    private Told<?> sharesOn(Permissions permissions) {
        return mesh.party("bob@beta")
                .reshare(received("bob@beta").share().orElseThrow(), "carol@gamma.example", permissions);
    }

    private static String text(Told<Content> told) throws IOException {
        try (var in = told.value().orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Nested
    class GivenAFile {
        @BeforeEach
        void shared() {
            shares("a.txt", Permissions.READ);
            assertThat(sharesOn(Permissions.READ).happened()).isTrue();
        }

        @Test
        void whenSharedOn_thenTheOwnerIsThatOfTheFirstAtTheServerBetween() {
            var share =
                    mesh.party("carol@gamma").received().value().orElseThrow().getFirst();
            assertThat(share.owner()).isEqualTo("alice@beta.example");
            assertThat(share.sender()).isEqualTo("bob@beta.example");
            assertThat(share.name()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }

        @Test
        void whenRead_thenTheServerBetweenFetchesIt() throws IOException {
            mesh.requests.clear();
            assertThat(text(mesh.party("carol@gamma").read(received("carol@gamma"))))
                    .isEqualTo("hello");
            assertThat(mesh.requests)
                    .anyMatch(r -> r.startsWith("GET beta.example/"))
                    .anyMatch(r -> r.startsWith("GET alpha.example/"));
        }

        @Test
        void whenWrittenTo_thenItIsRefusedThere() {
            mesh.requests.clear();
            assertThat(mesh.party("carol@gamma")
                            .write(received("carol@gamma"), bytes("new"))
                            .happened())
                    .isFalse();
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("PUT alpha"));
        }

        @Test
        void whenTheOwnerHasTakenItBack_thenNobodyHasIt() {
            var alice = mesh.party("alice@alpha");
            alice.unshare(alice.shared().value().orElseThrow().getFirst().id());
            assertThat(mesh.party("carol@gamma").read(received("carol@gamma")).words())
                    .contains("500");
        }

        @Test
        void whenItIsGone_thenItIsNotFound() {
            mesh.party("alice@alpha").delete(Place.own("a.txt"));
            assertThat(mesh.party("carol@gamma").read(received("carol@gamma")).words())
                    .contains("not have it");
        }
    }

    @Nested
    class GivenAFolder {
        @BeforeEach
        void shared() {
            shares("docs", new Permissions(true, true, false));
            assertThat(sharesOn(new Permissions(true, true, false)).happened()).isTrue();
        }

        @Test
        void whenListed_thenItsChildrenAreTold() {
            assertThat(mesh.party("carol@gamma")
                            .list(received("carol@gamma"))
                            .value()
                            .orElseThrow())
                    .containsExactly(new Entry("b.txt", false, 5));
        }

        @Test
        void whenAFileInItIsRead_thenItIsThatOfTheOwner() throws IOException {
            assertThat(text(mesh.party("carol@gamma").read(in("carol@gamma", "b.txt"))))
                    .isEqualTo("in it");
        }

        @Test
        void whenSomethingIsWritten_thenTheOwnerHasIt() throws IOException {
            assertThat(mesh.party("carol@gamma")
                            .write(in("carol@gamma", "c.txt"), bytes("new"))
                            .happened())
                    .isTrue();
            assertThat(text(mesh.party("alice@alpha").read(Place.own("docs/c.txt"))))
                    .isEqualTo("new");
        }

        @Test
        void whenAFolderIsMadeAndDeleted_thenTheOwnersServerDoesIt() {
            assertThat(mesh.party("carol@gamma")
                            .makeFolder(in("carol@gamma", "sub"))
                            .happened())
                    .isTrue();
            assertThat(mesh.party("alice@alpha").list(Place.own("docs/sub")).happened())
                    .isTrue();
            assertThat(mesh.party("carol@gamma")
                            .delete(in("carol@gamma", "sub"))
                            .happened())
                    .isTrue();
            assertThat(mesh.party("alice@alpha").list(Place.own("docs/sub")).happened())
                    .isFalse();
        }
    }

    @Nested
    class GivenNothingToShareOn {
        @Test
        void whenTheShareIsNotThere_thenItIsRefused() {
            assertThat(mesh.party("bob@beta")
                            .reshare("alpha.example/1", "carol@gamma.example", Permissions.READ)
                            .words())
                    .contains("no such share");
        }

        @Test
        void whenTheOwnerHasTakenItBack_thenNothingIsSharedOn() {
            shares("a.txt", Permissions.READ);
            var alice = mesh.party("alice@alpha");
            alice.unshare(alice.shared().value().orElseThrow().getFirst().id());
            assertThat(sharesOn(Permissions.READ).happened()).isFalse();
            assertThat(mesh.party("carol@gamma").received().value().orElseThrow())
                    .isEmpty();
        }
    }
}
