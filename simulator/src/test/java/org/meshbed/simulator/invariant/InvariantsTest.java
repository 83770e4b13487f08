package org.meshbed.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.node.NodeState;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.simulator.invariant.Sight.Delivery;
import org.meshbed.simulator.invariant.Sight.SeenNode;

/** Each invariant is shown a mesh that breaks it, and one that does not. */
final class InvariantsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Optional<Instant> OVER = Optional.of(NOW.minusSeconds(1));

    private final List<SentShare> sent = new ArrayList<>();
    private final List<ReceivedShare> received = new ArrayList<>();
    private final List<Delivery> past = new ArrayList<>();
    private final List<String> floods = new ArrayList<>();
    private final List<String> bends = new ArrayList<>();
    private boolean readable = true;
    private boolean ownerHasIt = true;
    private boolean betaUp = true;
    private boolean cut;

    private List<String> broken(String id) {
        var sight = new Sight(NOW, List.of(alpha(), beta()), (_, _) -> cut, past, this::read, floods);
        return Invariants.all().stream()
                .filter(invariant -> invariant.id().equals(id))
                .flatMap(invariant -> invariant.look(sight).stream())
                .map(violation -> violation.what())
                .toList();
    }

    private Told<?> read(SeenNode node, String user, Place place, ResourceType type) {
        return (place.share().isPresent() ? readable : ownerHasIt)
                ? Told.done(Nothing.NOTHING, "here it is")
                : Told.refused("it is not there");
    }

    private SeenNode alpha() {
        return new SeenNode("alpha", true, List.of("alice"), state("alpha.example", sent, List.of()), bends);
    }

    private SeenNode beta() {
        return new SeenNode("beta", betaUp, List.of("bob"), state("beta.example", List.of(), received));
    }

    private static NodeState state(String host, List<SentShare> sent, List<ReceivedShare> received) {
        return new NodeState(ServerHost.parse(host), sent, received, List.of(), 0);
    }

    private static SentShare sent(SentShare.State state, Optional<Instant> expiry) {
        return new SentShare(
                "1",
                "report.txt",
                "bob@beta.example",
                ShareType.USER,
                ResourceType.FILE,
                Permissions.READ,
                expiry,
                state);
    }

    private static ReceivedShare received(ReceivedShare.State state, Optional<String> group) {
        return new ReceivedShare(
                "alpha.example/1",
                "report.txt",
                "alice@alpha.example",
                "alice@alpha.example",
                ResourceType.FILE,
                Permissions.READ,
                Optional.empty(),
                group,
                state);
    }

    private void delivered(SentShare.State here, ReceivedShare.State there) {
        sent.add(sent(here, Optional.empty()));
        received.add(received(there, Optional.empty()));
    }

    private void remember() {
        past.add(new Delivery(
                alpha(),
                sent(SentShare.State.ACCEPTED, Optional.empty()),
                beta(),
                "bob",
                received(ReceivedShare.State.ACCEPTED, Optional.empty())));
    }

    @Nested
    class GivenAnAcceptedShare {
        GivenAnAcceptedShare() {
            delivered(SentShare.State.ACCEPTED, ReceivedShare.State.ACCEPTED);
            remember();
        }

        @Test
        void whenItCanBeRead_thenAllHolds() {
            assertThat(Invariants.all())
                    .allSatisfy(invariant -> assertThat(broken(invariant.id())).isEmpty());
        }

        @Test
        void whenItCannotBeRead_thenInv1IsBroken() {
            readable = false;
            assertThat(broken("INV-1"))
                    .containsExactly("report.txt of alpha for bob at beta cannot be read: it is not there");
        }

        @Test
        void whenItCannotBeReadBecauseItsOwnerDeletedIt_thenInv1Holds() {
            readable = false;
            ownerHasIt = false;
            assertThat(broken("INV-1")).isEmpty();
        }

        @Test
        void whenItsSenderEndedIt_thenItIsNoOrphan() {
            sent.clear();
            past.clear();
            past.add(new Delivery(alpha(), sent(SentShare.State.ACCEPTED, OVER), beta(), "bob", received.getFirst()));
            assertThat(broken("INV-4")).isEmpty();
        }

        @Test
        void whenItCannotBeReadBecauseANodeOrTheLinkIsDown_thenInv1Holds() {
            readable = false;
            betaUp = false;
            assertThat(broken("INV-1")).isEmpty();
            betaUp = true;
            cut = true;
            assertThat(broken("INV-1")).isEmpty();
        }

        @Test
        void whenItIsOverAndStillReadable_thenInv2IsBroken() {
            sent.set(0, sent(SentShare.State.ACCEPTED, OVER));
            assertThat(broken("INV-1")).isEmpty();
            assertThat(broken("INV-2")).containsExactly("report.txt of alpha for bob at beta can still be read");
        }

        @Test
        void whenItWasUnsharedAndIsStillReadable_thenInv2IsBroken() {
            sent.clear();
            assertThat(broken("INV-2")).hasSize(1);
            readable = false;
            assertThat(broken("INV-2")).isEmpty();
        }

        @Test
        void whenItWasDeclinedAndIsStillReadable_thenInv2IsBroken() {
            received.set(0, received(ReceivedShare.State.DECLINED, Optional.empty()));
            assertThat(broken("INV-2")).hasSize(1);
        }

        @Test
        void whenItsSendingSideIsGone_thenInv4IsBroken() {
            sent.clear();
            assertThat(broken("INV-4"))
                    .containsExactly("report.txt at beta is not shared by alice@alpha.example any more");
        }

        @Test
        void whenItIsShownTwice_thenInv6IsBroken() {
            received.add(received.getFirst());
            assertThat(broken("INV-6")).containsExactly("report.txt is shown twice at beta");
        }
    }

    @Nested
    class GivenTwoSides {
        @Test
        void whenTheyDisagree_thenInv3IsBroken() {
            delivered(SentShare.State.PENDING, ReceivedShare.State.ACCEPTED);
            assertThat(broken("INV-3"))
                    .containsExactly("report.txt of alpha for bob@beta.example is PENDING there and ACCEPTED at beta");
        }

        @Test
        void whenTheShareNeverArrived_thenInv3IsBrokenUnlessTheSenderIsNotSure() {
            sent.add(sent(SentShare.State.PENDING, Optional.empty()));
            assertThat(broken("INV-3")).singleElement().asString().endsWith("is PENDING there and unknown at beta");
            sent.set(0, sent(SentShare.State.UNCLEAR, Optional.empty()));
            assertThat(broken("INV-3")).isEmpty();
            sent.set(0, sent(SentShare.State.DECLINED, Optional.empty()));
            assertThat(broken("INV-3")).isEmpty();
        }

        @Test
        void whenTheSenderBendsIt_thenWhatWasRefusedMayStillBeInItsList() {
            bends.add("INV-3");
            sent.add(sent(SentShare.State.PENDING, Optional.empty()));
            assertThat(broken("INV-3")).isEmpty();
            sent.set(0, sent(SentShare.State.ACCEPTED, Optional.empty()));
            assertThat(broken("INV-3")).hasSize(1);
        }

        @Test
        void whenAGroupReceivedIt_thenEachMemberHasAnAnswerOfTheirOwn() {
            sent.add(sent(SentShare.State.PENDING, Optional.empty()));
            received.add(received(ReceivedShare.State.ACCEPTED, Optional.of("physicists")));
            assertThat(broken("INV-3")).isEmpty();
        }

        @Test
        void whenTheShareIsOver_thenNothingIsAsked() {
            sent.add(sent(SentShare.State.PENDING, OVER));
            assertThat(broken("INV-3")).isEmpty();
        }
    }

    @Nested
    class GivenAFlood {
        @Test
        void whenItWasCounted_thenInv5IsBroken() {
            floods.add("more than 50 exchanges");
            assertThat(broken("INV-5")).containsExactly("more than 50 exchanges");
        }
    }

    @Nested
    class GivenThePage {
        @Test
        void whenRead_thenItSaysWhatTheCodeSays() throws IOException {
            var page = Files.readString(Path.of("..", "docs", "invariants.md"));
            assertThat(Invariants.all())
                    .allSatisfy(invariant -> assertThat(page)
                            .contains("| %s | %s | %s |"
                                    .formatted(invariant.id(), invariant.statement(), words(invariant.when()))));
            assertThat(page.lines().filter(line -> line.startsWith("| INV-")))
                    .hasSize(Invariants.all().size());
        }

        private static String words(Invariant.When when) {
            return switch (when) {
                case ALWAYS -> "always";
                case IDLE -> "when idle";
                case END -> "at the end";
            };
        }
    }

    @Nested
    class GivenTheList {
        @Test
        void whenRead_thenIdsAreNumberedAndStatementsSaySomething() {
            assertThat(Invariants.all())
                    .extracting(Invariant::id)
                    .isEqualTo(IntStream.rangeClosed(1, Invariants.all().size())
                            .mapToObj(n -> "INV-" + n)
                            .toList());
            assertThat(Invariants.all())
                    .allSatisfy(invariant -> assertThat(invariant.statement()).hasSizeGreaterThan(20));
        }
    }
}
