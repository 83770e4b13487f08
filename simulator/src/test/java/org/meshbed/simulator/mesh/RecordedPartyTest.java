package org.meshbed.simulator.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.journal.Entry;

final class RecordedPartyTest {
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    private final Mesh mesh = Mesh.inVirtualTime(7)
            .node("alpha", Vendors.column("reference/1.5"), "alice")
            .node("beta", Vendors.column("reference/1.5"), "bob");
    private final PartyDriver alice = mesh.party("alice", "alpha");
    private final PartyDriver bob = mesh.party("bob", "beta");

    @AfterEach
    void close() {
        mesh.close();
    }

    /** Verb and what it was done to, in the order in which it was written down. */
    private List<String> actions() {
        return mesh.journal().entries().stream()
                .filter(Entry.Action.class::isInstance)
                .map(Entry.Action.class::cast)
                .map(action -> action.who() + " " + action.verb() + " " + action.what())
                .toList();
    }

    private static <T> T done(Told<T> told) {
        return told.value().orElseThrow(() -> new AssertionError(told.words()));
    }

    private static Content hello() {
        return Content.of("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class GivenTheirOwnFiles {
        @Test
        void whenUsed_thenEachVerbIsDoneAndWrittenDown() {
            done(alice.makeFolder(Place.own("docs")));
            done(alice.write(Place.own("docs/a.txt"), hello()));
            done(alice.move(Place.own("docs/a.txt"), Place.own("docs/b.txt")));
            assertThat(done(alice.list(Place.own("docs")))).hasSize(1);
            assertThat(done(alice.read(Place.own("docs/b.txt"))).length()).isEqualTo(5);
            done(alice.delete(Place.own("docs/b.txt")));
            done(alice.list(Place.own("")));
            assertThat(actions())
                    .containsExactly(
                            "alice makes folder docs",
                            "alice writes docs/a.txt",
                            "alice moves docs/a.txt to docs/b.txt",
                            "alice lists docs",
                            "alice reads docs/b.txt",
                            "alice deletes docs/b.txt",
                            "alice lists all");
        }
    }

    @Nested
    class GivenShares {
        @Test
        void whenUsed_thenEachVerbIsDoneAndWrittenDown() {
            done(alice.write(Place.own("a.txt"), hello()));
            var wish = new ShareWish(
                    "a.txt", "bob@beta.example", ShareType.USER, Permissions.READ_WRITE, Optional.of(NEW_YEAR));
            var sent = done(alice.share(wish)).id();
            done(alice.setExpiry(sent, Optional.empty()));
            assertThat(done(alice.shared())).hasSize(1);
            var received = done(bob.received()).getFirst().id();
            done(bob.accept(received));
            done(bob.write(Place.in(received, ""), hello()));
            done(bob.leave(received));
            mesh.settle(Duration.ofHours(1));
            var second =
                    done(alice.share(ShareWish.of("a.txt", "bob@beta.example"))).id();
            done(bob.decline("alpha.example/" + second));
            done(alice.unshare(second));
            assertThat(actions())
                    .contains(
                            "alice shares a.txt with user bob@beta.example to read+write until 2027-01-01T00:00:00Z",
                            "alice sets expiry of " + sent + " to never",
                            "alice lists what was shared",
                            "bob lists what was received",
                            "bob accepts " + received,
                            "bob writes all in share " + received,
                            "bob leaves " + received,
                            "alice shares a.txt with user bob@beta.example to read",
                            "bob declines alpha.example/" + second,
                            "alice unshares " + second);
        }
    }

    @Nested
    class GivenInvites {
        @Test
        void whenUsed_thenEachVerbIsDoneAndWrittenDownAndTheInviteStaysSecret() {
            var invite = done(alice.invite());
            assertThat(done(alice.invites())).hasSize(1);
            var contact = done(bob.acceptInvite(invite.inviteString()));
            assertThat(done(bob.contacts())).containsExactly(contact);
            assertThat(done(bob.findRecipient("ali"))).containsExactly(contact);
            done(bob.removeContact(contact.address()));
            done(alice.withdraw(done(alice.invite()).id()));
            assertThat(actions())
                    .contains(
                            "alice invites somebody",
                            "alice lists invites",
                            "bob accepts an invite ",
                            "bob lists contacts",
                            "bob looks for recipient ali",
                            "bob removes contact alice@alpha.example");
            assertThat(actions()).last().asString().startsWith("alice withdraws invite ");
            assertThat(actions()).noneMatch(line -> line.contains(invite.inviteString()));
        }
    }

    @Nested
    class GivenWhatThisServerCannotOrWillNotDo {
        @Test
        void whenAsked_thenItSaysSoAndThatIsWrittenDown() {
            assertThat(alice.requestShare("bob@beta.example", "report.txt")).isInstanceOf(Told.Refused.class);
            assertThat(List.of(
                            alice.passSecondFactor(),
                            alice.openWebApp("1"),
                            alice.startTransfer("1"),
                            alice.cancelTransfer("1")))
                    .allMatch(told -> told instanceof Told.Unsupported);
            alice.changePermissions("1", Permissions.READ);
            alice.reshare("1", "bob@beta.example", Permissions.READ);
            assertThat(actions())
                    .containsExactly(
                            "alice requests report.txt of bob@beta.example",
                            "alice passes the second factor",
                            "alice opens web app of 1",
                            "alice starts transfer of 1",
                            "alice cancels transfer of 1",
                            "alice changes permissions of 1 to read",
                            "alice reshares 1 with bob@beta.example to read");
        }
    }

    @Nested
    class GivenAServerThatGoesAwayWhileItIsAsked {
        @Test
        void whenItDoes_thenThePersonDoesNotKnowWhatHappened() {
            done(alice.write(Place.own("a.txt"), hello()));
            mesh.world().network().cut("alpha", "beta");
            var told = mesh.atOnce(List.<java.util.concurrent.Callable<Told<?>>>of(
                    () -> alice.share(ShareWish.of("a.txt", "bob@beta.example")), () -> {
                        mesh.world().time().pause(Duration.ofSeconds(1));
                        return mesh.operator("alpha").stop();
                    }));
            assertThat(told.getFirst()).isEqualTo(new Told.Unclear<>("alpha went away before it answered"));
        }
    }

    @Nested
    class GivenTheOperator {
        @Test
        void whenUsed_thenTheNodeDoesIt() {
            var operator = mesh.operator("alpha");
            done(operator.maintenance(true));
            done(operator.maintenance(false));
            assertThat(operator.changeSetting("colour", "green").happened()).isFalse();
            assertThat(operator.changeMembers("physicists", List.of()).happened())
                    .isFalse();
            done(operator.deleteUser("alice"));
            assertThat(actions())
                    .containsExactly(
                            "operator turns maintenance on",
                            "operator turns maintenance off",
                            "operator changes setting colour to green",
                            "operator changes members of physicists to []",
                            "operator deletes user alice");
        }
    }
}
