package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;

/** Servers of every version, each with each: what works between them, and in what words they refuse the rest. */
class PairsTest {
    private static final List<String> DIALECTS = List.of("ocs", "1.0", "1.1", "1.2", "1.3", "1.4", "1.5");

    /** Row: who shares. Column: with whom. W works, D finds no document, R posts to where nobody listens. */
    private static final List<String> SHARE = List.of(
            //  ocs 1.0 1.1 1.2 1.3 1.4 1.5
            "    W   R   R   R   R   R   R", // ocs: without a document the legacy path is tried
            "    D   W   W   W   W   D   D", // 1.0: looks at the old path only, gone since 1.4
            "    D   W   W   W   W   D   D", // 1.1
            "    D   W   W   W   W   W   W", // 1.2: looks at the new path, then at the old one
            "    D   W   W   W   W   W   W", // 1.3
            "    D   W   W   W   W   W   W", // 1.4
            "    D   W   W   W   W   W   W"); // 1.5

    /** Row: who shared. Column: who reads, and tells of having accepted. - nothing arrived that could be read. */
    private static final List<String> READ = List.of(
            //  ocs 1.0 1.1 1.2 1.3 1.4 1.5
            "    W   -   -   -   -   -   -", // ocs
            "    -   W   W   W   W   -   -", // 1.0
            "    -   W   W   W   W   -   -", // 1.1
            "    -   W   W   W   W   W   W", // 1.2
            "    -   W   W   W   W   W   W", // 1.3
            "    -   D   D   W   W   W   W", // 1.4: what the old ones received they cannot find
            "    -   D   D   W   W   W   W"); // 1.5

    /** Row: who invites. Column: who accepts. N knows no invites. */
    private static final List<String> INVITE = List.of(
            //  ocs 1.0 1.1 1.2 1.3 1.4 1.5
            "    N   N   N   N   N   N   N", // ocs
            "    N   N   N   N   N   N   N", // 1.0
            "    N   N   W   W   W   W   W", // 1.1
            "    N   N   W   W   W   W   W", // 1.2
            "    N   N   W   W   W   W   W", // 1.3
            "    N   N   D   W   W   W   W", // 1.4
            "    N   N   D   W   W   W   W"); // 1.5

    private final TestMesh mesh = new TestMesh();

    record Pair(String from, String to) {
        char expected(List<String> table) {
            return table.get(DIALECTS.indexOf(from))
                    .strip()
                    .split(" +")[DIALECTS.indexOf(to)]
                    .charAt(0);
        }

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    static Stream<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var from : DIALECTS) for (var to : DIALECTS) pairs.add(new Pair(from, to));
        assertThat(DIALECTS)
                .containsExactlyElementsOf(
                        Dialects.all().stream().map(Dialect::name).toList());
        return pairs.stream();
    }

    private PartyDriver start(Pair pair) {
        mesh.node("alpha", "reference/" + pair.from(), "alice");
        mesh.node("beta", "reference/" + pair.to(), "bob");
        return mesh.party("alice@alpha");
    }

    private static void refused(char expected, String host, Told<?> told) {
        var words = switch (expected) {
            case 'D' -> host + ".example answers 404 where its discovery document should be";
            case 'R' -> host + ".example refused the share with 404";
            case 'N' -> "this server knows no invites";
            default -> throw new AssertionError("nothing is expected to fail so: " + expected + ", " + told);
        };
        assertThat(told).isInstanceOfAny(Told.Refused.class, Told.Unsupported.class);
        assertThat(told.words()).contains(words);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whenOneSharesWithTheOther_thenItIsReadAndTakenBackOrRefused(Pair pair) throws Exception {
        var alice = start(pair);
        alice.write(Place.own("report.txt"), Content.of("figures".getBytes(StandardCharsets.UTF_8)));
        var told = alice.share(ShareWish.of("report.txt", "bob@beta.example"));
        var bob = mesh.party("bob@beta");
        if (pair.expected(SHARE) != 'W') {
            refused(pair.expected(SHARE), "beta", told);
            assertThat(bob.received().value().orElseThrow()).isEmpty();
            assertThat(alice.shared().value().orElseThrow()).isEmpty();
            return;
        }
        assertThat(told.words()).isEqualTo("report.txt is shared with bob@beta.example");
        var received = bob.received().value().orElseThrow().getFirst();
        assertThat(received.state()).isEqualTo(ReceivedShare.State.PENDING);
        assertThat(received.name()).isEqualTo("report.txt");
        assertThat(received.sender()).isEqualTo("alice@alpha.example");
        reads(pair, alice, bob, received);
        alice.unshare(told.value().orElseThrow().id());
        mesh.settle();
        assertThat(bob.received().value().orElseThrow()).isEmpty();
        assertThat(mesh.nodes.get("alpha.example").state().notificationsWaiting())
                .isZero();
    }

    private void reads(Pair pair, PartyDriver alice, PartyDriver bob, ReceivedShare received) throws Exception {
        assertThat(bob.accept(received.id()).happened()).isTrue();
        mesh.settle();
        var read = bob.read(Place.in(received.id(), ""));
        var works = pair.expected(READ) == 'W';
        if (!works) refused(pair.expected(READ), "alpha", read);
        else
            assertThat(read.value().orElseThrow().open().readAllBytes())
                    .asString()
                    .isEqualTo("figures");
        assertThat(alice.shared().value().orElseThrow().getFirst().state())
                .isEqualTo(works ? SentShare.State.ACCEPTED : SentShare.State.PENDING);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whenOneDeclines_thenTheOtherHearsItWhereTheNewsArrive(Pair pair) {
        var alice = start(pair);
        alice.write(Place.own("report.txt"), Content.of(new byte[3]));
        if (!alice.share(ShareWish.of("report.txt", "bob@beta.example")).happened()) {
            assertThat(pair.expected(SHARE)).isNotEqualTo('W');
            return;
        }
        var bob = mesh.party("bob@beta");
        bob.decline(bob.received().value().orElseThrow().getFirst().id());
        mesh.settle();
        assertThat(alice.shared().value().orElseThrow().getFirst().state())
                .isEqualTo(pair.expected(READ) == 'W' ? SentShare.State.DECLINED : SentShare.State.PENDING);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whenOneInvitesTheOther_thenTheyAreContactsOrOneKnowsNoInvites(Pair pair) {
        var alice = start(pair);
        var bob = mesh.party("bob@beta");
        var invite = alice.invite();
        if (!invite.happened()) {
            assertThat(pair.expected(INVITE)).isEqualTo('N');
            refused('N', "alpha", invite);
            return;
        }
        var accepted = bob.acceptInvite(invite.value().orElseThrow().inviteString());
        if (pair.expected(INVITE) != 'W') {
            refused(pair.expected(INVITE), "alpha", accepted);
            assertThat(alice.contacts().value().orElseThrow()).isEmpty();
            return;
        }
        assertThat(accepted.value().orElseThrow().address()).isEqualTo("alice@alpha.example");
        assertThat(alice.contacts().value().orElseThrow().getFirst().address()).isEqualTo("bob@beta.example");
    }
}
