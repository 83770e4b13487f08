package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** What Alice shared is mounted at Bob's server: what that asks hers before and after each of his deeds. */
class MountsTest {
    private static final String ROOT = "/public.php/webdav/";

    private final TestMesh mesh = new TestMesh();
    private final PartyDriver alice;
    private final PartyDriver bob;

    MountsTest() {
        mesh.node("alpha", "owncloud/11.0", "alice");
        mesh.node("beta", "owncloud/11.0", "bob");
        alice = mesh.party("alice@alpha");
        bob = mesh.party("bob@beta");
    }

    private void share(String path, Permissions permissions) {
        alice.share(new ShareWish(path, "bob@beta.example", ShareType.USER, permissions, Optional.empty(), false));
    }

    private String received() {
        return bob.received().value().orElseThrow().getLast().id();
    }

    private Place at(String path) {
        return Place.in(
                mesh.nodes.get("beta.example").receivedShares().all().getLast().id(), path);
    }

    private static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Told<Content> told) throws IOException {
        try (var in = told.value().orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What Bob's server asked for since this was last asked. */
    private List<String> asked() {
        var words = mesh.raw.stream().map(MountsTest::words).toList();
        mesh.raw.clear();
        return words;
    }

    private static String words(WireRequest request) {
        if (!request.target().startsWith(ROOT)) return request.method() + " " + request.path();
        var path = "/" + request.target().substring(ROOT.length());
        if (!request.method().equals("PROPFIND")) return request.method() + " " + path;
        var body = request.body() instanceof Body.Bytes(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
        if (request.headers().first("Depth").equals(Optional.of("1"))) return "list " + path;
        return (body.contains("quota") ? "space " : body.contains("getetag") ? "look " : "time ") + path;
    }

    @Nested
    class GivenAFolderThatBobAccepted {
        @BeforeEach
        void share() {
            alice.makeFolder(Place.own("dir"));
            alice.makeFolder(Place.own("dir/sub"));
            alice.write(Place.own("dir/in.txt"), text("inside"));
            MountsTest.this.share("dir", Permissions.ALL);
            mesh.raw.clear();
        }

        private void accept() {
            bob.accept(at("").share().orElseThrow());
            mesh.settle();
            mesh.raw.clear();
        }

        private void list() {
            accept();
            bob.list(at(""));
            mesh.raw.clear();
        }

        @Test
        void whenHeAccepts_thenItIsLookedAtBeforeAliceIsTold() {
            bob.accept(at("").share().orElseThrow());
            mesh.settle();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "GET /ocm-provider/",
                            "POST /index.php/apps/federatedfilesharing/notifications");
        }

        @Test
        void whenItCannotBeReachedAsHeAccepts_thenItStandsAcceptedAndAliceIsNotTold() {
            mesh.fault("alpha.example", MountsTest::closedDoor);
            assertThat(bob.accept(at("").share().orElseThrow()).happened()).isFalse();
            mesh.settle();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /");
            assertThat(bob.received().value().orElseThrow().getFirst().state()).isEqualTo(ReceivedShare.State.ACCEPTED);
        }

        @Test
        void whenItIsListedFirst_thenItIsLookedThrough() {
            accept();
            assertThat(bob.list(at("")).value().orElseThrow())
                    .containsExactly(new Entry("in.txt", false, 0), new Entry("sub", true, 0));
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "list /",
                            "look /in.txt",
                            "look /sub",
                            "space /",
                            "look /",
                            "space /");
            assertThat(bob.list(at("")).happened()).isTrue();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /", "space /", "space /");
            assertThat(bob.look(at("in.txt")).happened()).isTrue();
            assertThat(bob.list(at("in.txt")).happened()).isFalse();
        }

        @Test
        void whenAliceHasAddedAFile_thenItIsLookedThroughAgain() {
            list();
            alice.write(Place.own("dir/b.txt"), text("more"));
            alice.delete(Place.own("dir/in.txt"));
            assertThat(bob.list(at("")).value().orElseThrow())
                    .extracting(Entry::name)
                    .containsExactly("b.txt", "sub");
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/", "look /", "list /", "look /b.txt", "look /sub", "space /", "space /");
        }

        @Test
        void whenAFileIsRead_thenTheRootAndItAreLookedAt() throws IOException {
            list();
            assertThat(read(bob.read(at("in.txt")))).isEqualTo("inside");
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /", "look /in.txt", "GET /in.txt");
            assertThat(bob.read(at("absent.txt")).happened()).isFalse();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /absent.txt");
        }

        @Test
        void whenAFileIsOverwritten_thenItIsReadBeforeAndAfter() {
            list();
            assertThat(bob.write(at("in.txt"), text("bob")).happened()).isTrue();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "look /in.txt",
                            "space /in.txt",
                            "GET /in.txt",
                            "PUT /in.txt",
                            "look /in.txt",
                            "GET /in.txt");
        }

        @Test
        void whenAFileIsNew_thenTheFolderIsLookedAtAfterIt() {
            list();
            assertThat(bob.write(at("new.txt"), text("bob")).happened()).isTrue();
            assertThat(mesh.raw.stream()
                            .filter(r -> r.method().equals("PUT"))
                            .flatMap(r -> r.headers().all("Content-Type").stream()))
                    .containsExactly("text/plain");
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /new.txt",
                            "look /",
                            "space /new.txt",
                            "PUT /new.txt",
                            "look /new.txt",
                            "GET /new.txt");
        }

        @Test
        void whenAFolderIsMadeAndDeleted_thenItIsLookedThroughEachTime() {
            list();
            assertThat(bob.makeFolder(at("mk")).happened()).isTrue();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/", "look /mk", "look /", "space /", "MKCOL /mk", "look /mk", "list /mk");
            assertThat(bob.makeFolder(at("mk")).happened()).isFalse();
            mesh.raw.clear();
            assertThat(bob.delete(at("mk")).happened()).isTrue();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "look /mk",
                            "list /mk",
                            "list /mk",
                            "DELETE /mk",
                            "look /mk");
        }

        @Test
        void whenAFileIsMovedCopiedTouchedAndDeleted_thenItsNewPlaceIsLookedAt() {
            list();
            assertThat(bob.move(at("in.txt"), at("b.txt")).happened()).isTrue();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "look /in.txt",
                            "look /b.txt",
                            "MOVE /in.txt",
                            "look /b.txt");
            assertThat(bob.touch(at("b.txt"), Instant.ofEpochSecond(1_700_000_000))
                            .happened())
                    .isTrue();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "look /b.txt",
                            "PROPPATCH /b.txt",
                            "time /b.txt",
                            "look /b.txt");
            assertThat(bob.copy(at("b.txt"), at("c.txt")).happened()).isTrue();
            assertThat(asked())
                    .startsWith("GET /ocm-provider/", "look /c.txt", "look /", "list /")
                    .endsWith("space /", "COPY /b.txt", "look /c.txt");
            assertThat(bob.delete(at("b.txt")).happened()).isTrue();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "look /b.txt",
                            "GET /b.txt",
                            "DELETE /b.txt",
                            "look /b.txt");
        }

        @Test
        void whenAFileIsTakenOut_thenItIsBobsOwn() throws IOException {
            list();
            assertThat(bob.move(at("in.txt"), Place.own("mine.txt")).happened()).isTrue();
            assertThat(asked()).endsWith("look /in.txt", "GET /in.txt", "DELETE /in.txt", "look /in.txt");
            assertThat(read(bob.read(Place.own("mine.txt")))).isEqualTo("inside");
        }

        @Test
        void whenTheMountIsRenamed_thenItIsLookedAtAndHasItsNewName() {
            list();
            assertThat(bob.move(at(""), Place.own("mydir")).happened()).isTrue();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /");
            assertThat(bob.received(at("").share().orElseThrow())
                            .value()
                            .orElseThrow()
                            .name())
                    .isEqualTo("mydir");
        }

        @Test
        void whenTheMountIsDeleted_thenAliceHearsADecline() {
            list();
            assertThat(bob.delete(at("")).happened()).isTrue();
            mesh.settle();
            assertThat(asked())
                    .startsWith("GET /ocm-provider/", "look /")
                    .endsWith("POST /index.php/apps/federatedfilesharing/notifications");
            assertThat(alice.shared().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenBobListsHisOwnFiles_thenItIsAskedHowMuchRoomThereIs() {
            accept();
            bob.list(Place.own(""));
            assertThat(asked()).containsExactly("GET /ocm-provider/", "space /");
        }

        @Test
        void whenItBecameReadOnly_thenBobsServerRefusesByItself() {
            list();
            alice.changePermissions(
                    alice.shared().value().orElseThrow().getFirst().id(), Permissions.READ);
            bob.list(at(""));
            mesh.raw.clear();
            assertThat(bob.write(at("in.txt"), text("no")).happened()).isFalse();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /", "look /in.txt", "space /in.txt");
            assertThat(bob.write(at("x.txt"), text("no")).happened()).isFalse();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /x.txt", "look /", "space /x.txt");
            assertThat(bob.delete(at("in.txt")).happened()).isFalse();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /");
            assertThat(bob.makeFolder(at("mk")).happened()).isFalse();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /mk", "look /");
        }

        @Test
        void whenAlicesServerCannotServe_thenItIsLeftAloneForAWhile() {
            list();
            mesh.fault("alpha.example", MountsTest::broken);
            assertThat(bob.list(at("")).happened()).isTrue();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /", "look /");
            assertThat(bob.read(at("in.txt")).happened()).isFalse();
            assertThat(asked()).isEmpty();
            mesh.mend("alpha.example");
            mesh.pass(Duration.ofMinutes(11));
            assertThat(bob.read(at("in.txt")).happened()).isTrue();
        }

        @Test
        void whenTheSecretIsNotLetInAnyMore_thenTheShareIsOver() {
            list();
            mesh.fault("alpha.example", MountsTest::closedDoor);
            assertThat(bob.read(at("in.txt")).happened()).isFalse();
            assertThat(asked().subList(0, 3)).containsExactly("GET /ocm-provider/", "look /", "look /");
            assertThat(bob.received().value().orElseThrow().getFirst().state()).isEqualTo(ReceivedShare.State.DECLINED);
        }

        @Test
        void whenWhatWasSharedIsGone_thenAlicesServerIsAskedWhetherItIsThereAtAll() {
            list();
            mesh.fault("alpha.example", MountsTest::vanished);
            assertThat(bob.read(at("in.txt")).happened()).isFalse();
            assertThat(asked().subList(0, 3))
                    .containsExactly("GET /ocm-provider/", "look /", "GET /ocs-provider/index.php");
            assertThat(bob.received().value().orElseThrow().getFirst().state()).isEqualTo(ReceivedShare.State.DECLINED);
        }

        @Test
        void whenNobodyAnswers_thenTheServerIsLeftAlone() {
            list();
            mesh.gone("alpha.example");
            assertThat(bob.read(at("in.txt")).happened()).isFalse();
            mesh.raw.clear();
            bob.received();
            assertThat(asked()).isEmpty();
        }

        @Test
        void whenItIsSharedOn_thenItIsLookedAtBeforeAndAfter() {
            mesh.node("gamma", "owncloud/11.0", "carol");
            list();
            bob.reshare(at("").share().orElseThrow(), "carol@gamma.example", Permissions.ALL);
            assertThat(asked()).startsWith("GET /ocm-provider/", "look /", "look /", "GET /ocm-provider/");
            bob.shared();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /", "look /");
            bob.unshare(bob.shared().value().orElseThrow().getFirst().id());
            assertThat(asked()).contains("look /");
        }
    }

    @Nested
    class GivenAFileThatBobAccepted {
        @BeforeEach
        void share() {
            alice.write(Place.own("f.txt"), text("hello"));
            MountsTest.this.share("f.txt", Permissions.READ_WRITE);
            bob.accept(received());
            mesh.settle();
            mesh.raw.clear();
        }

        @Test
        void whenItIsReadAndWritten_thenTheRootIsTheFile() throws IOException {
            assertThat(read(bob.read(at("")))).isEqualTo("hello");
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /", "GET /");
            assertThat(bob.write(at(""), text("bob")).happened()).isTrue();
            assertThat(asked())
                    .containsExactly("GET /ocm-provider/", "look /", "space /", "GET /", "PUT /", "look /", "GET /");
            assertThat(read(alice.read(Place.own("f.txt")))).isEqualTo("bob");
        }

        @Test
        void whenBobListsHisOwnFilesOrWhatCameIn_thenOnlyTheLatterIsLookedAt() {
            bob.list(Place.own(""));
            assertThat(asked()).isEmpty();
            bob.received();
            assertThat(asked()).containsExactly("GET /ocm-provider/", "look /");
        }

        @Test
        void whenItIsAcceptedAgain_thenAliceHearsItAgainAndTheMountHasAnotherName() {
            var id = at("").share().orElseThrow();
            bob.accept(id);
            mesh.settle();
            assertThat(asked())
                    .containsExactly(
                            "GET /ocm-provider/",
                            "look /",
                            "GET /ocm-provider/",
                            "POST /index.php/apps/federatedfilesharing/notifications");
            assertThat(bob.received(id).value().orElseThrow().name()).isEqualTo("f (2).txt");
            bob.accept(id);
            assertThat(bob.received(id).value().orElseThrow().name()).isEqualTo("f.txt");
            bob.decline(id);
            assertThat(bob.accept(id).happened()).isFalse();
        }

        @Test
        void whenSomethingElseIsAsked_thenItIsRefused() {
            assertThat(bob.copy(Place.own("a"), Place.own("b")).happened()).isFalse();
            assertThat(bob.touch(Place.own("a"), Instant.EPOCH)).isInstanceOf(Told.Unsupported.class);
            assertThat(bob.received("nothing").happened()).isFalse();
            assertThat(bob.read(Place.in("nothing", "")).happened()).isFalse();
        }
    }

    private static Exchange of(Exchange exchange, int status) {
        return exchange instanceof Exchange.Replied(var reply) && reply.status() != 200
                ? new Exchange.Replied(WireReply.empty(status))
                : exchange;
    }

    private static Exchange closedDoor(Exchange exchange) {
        return of(exchange, 401);
    }

    private static Exchange broken(Exchange exchange) {
        return of(exchange, 500);
    }

    private static Exchange vanished(Exchange exchange) {
        return of(exchange, 404);
    }
}
