package org.meshbed.simulator.invariant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.simulator.invariant.Invariant.When;
import org.meshbed.simulator.invariant.Sight.Delivery;
import org.meshbed.simulator.invariant.Sight.SeenNode;

/** All invariants there are. */
public final class Invariants {
    private static final List<Invariant> ALL = List.of(
            new Invariant(
                    "INV-1",
                    "an accepted share can be read while its nodes and their link are up and its owner has it",
                    When.END,
                    Invariants::acceptedCannotBeRead),
            new Invariant(
                    "INV-2",
                    "nothing is readable after unshare, decline or expiry",
                    When.END,
                    Invariants::readableAfterItsEnd),
            new Invariant("INV-3", "both sides agree about a share when idle", When.IDLE, Invariants::sidesDisagree),
            new Invariant(
                    "INV-4",
                    "no received share is left whose sending side is gone, when idle",
                    When.IDLE,
                    Invariants::orphans),
            new Invariant(
                    "INV-5",
                    "one action of a user causes at most " + ExchangeBudget.PER_ACTION + " exchanges",
                    When.ALWAYS,
                    Sight::floods),
            new Invariant(
                    "INV-6",
                    "a repeated delivery is harmless: one share is shown once",
                    When.ALWAYS,
                    Invariants::shownTwice));

    private Invariants() {}

    public static List<Invariant> all() {
        return ALL;
    }

    private static List<String> acceptedCannotBeRead(Sight sight) {
        return sight.deliveries().stream()
                .filter(d -> d.received().state() == ReceivedShare.State.ACCEPTED)
                .filter(d -> !d.sent().secondFactor()) // its recipient may have passed none
                .filter(d -> sight.connected(d.sender(), d.receiver()) && !over(sight, d))
                .filter(d -> !bent("INV-1", d.sender(), d.receiver()))
                .flatMap(d -> unreadable(sight, d))
                .toList();
    }

    private static Stream<String> unreadable(Sight sight, Delivery delivery) {
        var told = sight.read(delivery);
        return switch (told) {
            case Told.Done<?> _, Told.Unsupported<?> _ -> Stream.of();
            case Told.Refused<?> _, Told.Unclear<?> _ ->
                sight.isThere(delivery)
                        ? Stream.of(delivery.words() + " cannot be read: " + told.words())
                        : Stream.of();
        };
    }

    private static List<String> readableAfterItsEnd(Sight sight) {
        var current = sight.deliveries();
        return sight.past().stream()
                .filter(past -> current.stream().noneMatch(now -> now.same(past) && readable(sight, now)))
                .filter(past -> running(sight, past.receiver()))
                .filter(past -> !bent("INV-2", past.sender(), past.receiver()))
                .filter(past -> sight.read(past).happened())
                .map(past -> past.words() + " can still be read")
                .toList();
    }

    private static boolean readable(Sight sight, Delivery delivery) {
        return delivery.received().state() == ReceivedShare.State.ACCEPTED && !over(sight, delivery);
    }

    private static boolean running(Sight sight, SeenNode node) {
        return sight.nodes().stream().anyMatch(now -> now.name().equals(node.name()) && now.running());
    }

    private static boolean over(Sight sight, Delivery delivery) {
        return sight.over(delivery.sent().expiry())
                || sight.over(delivery.received().expiry());
    }

    private static List<String> sidesDisagree(Sight sight) {
        return sight.nodes().stream()
                .flatMap(sender -> sender.state().sent().stream()
                        .filter(sent -> !sight.over(sent.expiry()))
                        .flatMap(sent -> sight.receiver(sent).stream()
                                .flatMap(receiver -> disagreement(sender, sent, receiver))))
                .toList();
    }

    private static Stream<String> disagreement(SeenNode sender, SentShare sent, SeenNode receiver) {
        var there = receiver.state().received().stream()
                .filter(share -> share.id().equals(Sight.idOf(sender, sent)))
                .map(ReceivedShare::state)
                .findFirst();
        var group = receiver.state().received().stream()
                .anyMatch(share -> share.id().equals(Sight.idOf(sender, sent))
                        && share.viaGroup().isPresent());
        var agree = switch (sent.state()) {
            case PENDING -> there.filter(ReceivedShare.State.PENDING::equals).isPresent();
            case ACCEPTED -> there.filter(ReceivedShare.State.ACCEPTED::equals).isPresent();
            case DECLINED ->
                there.filter(state -> state != ReceivedShare.State.DECLINED).isEmpty();
            case UNCLEAR -> true;
        };
        if (agree || group || unheard(sender, receiver, sent, there) || keptThoughRefused(sender, sent, there))
            return Stream.of();
        return Stream.of("%s of %s for %s is %s there and %s at %s"
                .formatted(
                        sent.path(),
                        sender.name(),
                        sent.sharedWith(),
                        sent.state(),
                        there.map(Enum::name).orElse("unknown"),
                        receiver.name()));
    }

    /**
     * The recipient has answered, and the sender has not heard it: it takes no unsigned messages, for example, or the
     * recipient's server tells nothing, or nothing that can be understood.
     */
    private static boolean unheard(
            SeenNode sender, SeenNode receiver, SentShare sent, Optional<ReceivedShare.State> there) {
        return bent("INV-3", sender, receiver)
                && sent.state() == SentShare.State.PENDING
                && there.filter(state -> state != ReceivedShare.State.PENDING).isPresent();
    }

    /** The sender keeps in its list what the receiving server refused. */
    private static boolean keptThoughRefused(SeenNode sender, SentShare sent, Optional<ReceivedShare.State> there) {
        return bent("INV-3", sender) && sent.state() == SentShare.State.PENDING && there.isEmpty();
    }

    /** Whether one of the nodes declares that it breaks that invariant. */
    private static boolean bent(String id, SeenNode... nodes) {
        return Stream.of(nodes).anyMatch(node -> node.bends().contains(id));
    }

    private static List<String> orphans(Sight sight) {
        return sight.nodes().stream()
                .flatMap(receiver -> receiver.state().received().stream()
                        .filter(share -> share.state() != ReceivedShare.State.DECLINED && !sight.ended(share))
                        .filter(share -> sight.sender(share)
                                .filter(sender -> !bent("INV-4", sender, receiver))
                                .map(sender -> sender.state().sent().stream()
                                        .noneMatch(
                                                sent -> Sight.idOf(sender, sent).equals(share.id())))
                                .orElse(false))
                        .map(share -> share.name() + " at " + receiver.name() + " is not shared by " + share.sender()
                                + " any more"))
                .toList();
    }

    private static List<String> shownTwice(Sight sight) {
        return sight.nodes().stream()
                .filter(node -> !bent("INV-6", node))
                .flatMap(node -> {
                    var seen = new LinkedHashSet<String>();
                    return node.state().received().stream()
                            .filter(share -> !seen.add(share.id()))
                            .map(share -> share.name() + " is shown twice at " + node.name());
                })
                .toList();
    }
}
