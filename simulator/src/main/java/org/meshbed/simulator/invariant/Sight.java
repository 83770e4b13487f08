package org.meshbed.simulator.invariant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.NodeState;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;

/**
 * A mesh as the invariants see it at one moment.
 *
 * @param cut whether the link between two nodes is cut
 * @param past every share that some person was ever seen to have received
 * @param reading reads what a person sees
 * @param floods moments at which more exchanges began than actions explain, in words
 */
public record Sight(
        Instant now,
        List<SeenNode> nodes,
        BiPredicate<String, String> cut,
        List<Delivery> past,
        Reading reading,
        List<String> floods) {
    public Sight {
        nodes = List.copyOf(nodes);
        past = List.copyOf(past);
        floods = List.copyOf(floods);
    }

    /**
     * One node; a stopped one shows what it held when it was last seen.
     *
     * @param bends ids of the rules and invariants that its profile breaks
     */
    public record SeenNode(String name, boolean running, List<String> people, NodeState state, List<String> bends) {
        public SeenNode {
            people = List.copyOf(people);
            bends = List.copyOf(bends);
        }

        public SeenNode(String name, boolean running, List<String> people, NodeState state) {
            this(name, running, people, state, List.of());
        }
    }

    /** A share of one person that was delivered to another, both at nodes of this mesh. */
    public record Delivery(SeenNode sender, SentShare sent, SeenNode receiver, String user, ReceivedShare received) {
        String words() {
            return "%s of %s for %s at %s".formatted(received.name(), sender.name(), user, receiver.name());
        }

        /** The same share for the same person, whatever its state. */
        boolean same(Delivery other) {
            return receiver.name().equals(other.receiver.name())
                    && user.equals(other.user)
                    && received.id().equals(other.received.id());
        }
    }

    /** What a person is told who reads a file or lists a folder, of their own or of a share. */
    @FunctionalInterface
    public interface Reading {
        Told<?> read(SeenNode node, String user, Place place, ResourceType type);
    }

    /** Reads a share as its recipient. */
    Told<?> read(Delivery delivery) {
        var share = delivery.received();
        return reading.read(delivery.receiver(), delivery.user(), Place.in(share.id(), ""), share.resourceType());
    }

    /** Whether the owner still has what was shared. */
    boolean isThere(Delivery delivery) {
        var owner = OcmAddress.parseLeniently(delivery.received().sender()).identifier();
        var sent = delivery.sent();
        return reading.read(delivery.sender(), owner, Place.own(sent.path()), sent.resourceType())
                .happened();
    }

    /** Whether a share that was received had an end at its sending server, and it has come: no message tells that. */
    boolean ended(ReceivedShare share) {
        return past.stream()
                .anyMatch(delivery -> delivery.received().id().equals(share.id())
                        && over(delivery.sent().expiry()));
    }

    /** Every share to a person of this mesh that both sides hold now. */
    List<Delivery> deliveries() {
        return nodes.stream()
                .flatMap(sender -> sender.state().sent().stream()
                        .flatMap(sent ->
                                receiver(sent).stream().flatMap(receiver -> received(sender, sent, receiver).stream())))
                .toList();
    }

    private Optional<Delivery> received(SeenNode sender, SentShare sent, SeenNode receiver) {
        var user = OcmAddress.parse(sent.sharedWith()).identifier();
        return receiver.state().received().stream()
                .filter(share -> share.id().equals(idOf(sender, sent))
                        && share.viaGroup().isEmpty())
                .findFirst()
                .map(share -> new Delivery(sender, sent, receiver, user, share));
    }

    /** The node of this mesh with which a share was shared. */
    Optional<SeenNode> receiver(SentShare sent) {
        return at(OcmAddress.parse(sent.sharedWith()).host());
    }

    /** The node of this mesh from which a share was received. */
    Optional<SeenNode> sender(ReceivedShare received) {
        return at(OcmAddress.parseLeniently(received.sender()).host());
    }

    /** Under which the receiving node lists a share: the host of its sending server and its id there. */
    static String idOf(SeenNode sender, SentShare sent) {
        return sender.state().host() + "/" + sent.id();
    }

    boolean connected(SeenNode one, SeenNode other) {
        return one.running() && other.running() && !cut.test(one.name(), other.name());
    }

    boolean idle() {
        return nodes.stream()
                .allMatch(node -> node.running()
                        && node.state().notificationsWaiting() == 0
                        && nodes.stream().noneMatch(other -> cut.test(node.name(), other.name())));
    }

    boolean over(Optional<Instant> expiry) {
        return expiry.map(end -> !now.isBefore(end)).orElse(false);
    }

    private Optional<SeenNode> at(ServerHost host) {
        return nodes.stream().filter(node -> node.state().host().equals(host)).findFirst();
    }
}
