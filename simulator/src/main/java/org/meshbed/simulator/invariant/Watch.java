package org.meshbed.simulator.invariant;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.node.NodeSettings;
import org.meshbed.nodes.node.NodeState;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.simulator.invariant.Invariant.Violation;
import org.meshbed.simulator.invariant.Invariant.When;
import org.meshbed.simulator.invariant.Sight.Delivery;
import org.meshbed.simulator.invariant.Sight.SeenNode;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/**
 * Holds the invariants against one mesh, by the driver's thread. It remembers each share it saw delivered, so that at
 * the end it can try to read what nobody may read any more: look often.
 */
public final class Watch {
    private final World world;
    private final ExchangeBudget budget;
    private final Map<String, SeenNode> lastSeen = new LinkedHashMap<>();
    private final Map<String, Delivery> past = new LinkedHashMap<>();
    private long changesSeen = -1;

    /** @param budget reads the journal of the mesh */
    public Watch(World world, ExchangeBudget budget) {
        this.world = world;
        this.budget = budget;
    }

    /**
     * What must hold after every event; throws {@link AssertionError} where it does not. Where nothing has changed since
     * the last look, and nobody floods, all is as it was.
     */
    public void look() {
        var now = budget.changes();
        if (now == changesSeen && budget.floods().isEmpty()) return;
        changesSeen = now;
        raise(check(sight(), List.of(When.ALWAYS)));
    }

    /** What must hold of a mesh that is used no more: what always must, what must when idle if it is, and the end. */
    public List<Violation> atEnd() {
        var sight = sight();
        return check(sight, sight.idle() ? List.of(When.values()) : List.of(When.ALWAYS, When.END));
    }

    /** The same; throws {@link AssertionError} where something does not hold. */
    public void end() {
        raise(atEnd());
    }

    private static List<Violation> check(Sight sight, List<When> moments) {
        return Invariants.all().stream()
                .filter(invariant -> moments.contains(invariant.when()))
                .flatMap(invariant -> invariant.look(sight).stream())
                .toList();
    }

    private static void raise(List<Violation> violations) {
        if (violations.isEmpty()) return;
        throw new AssertionError(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    }

    private Sight sight() {
        var nodes = world.nodes().stream().map(this::seen).toList();
        var now = world.time().now();
        var network = world.network();
        var sight = new Sight(now, nodes, network::isCut, List.of(), this::read, budget.floods());
        for (var delivery : sight.deliveries())
            past.put(delivery.receiver().name() + " " + delivery.received().id(), delivery);
        return new Sight(now, nodes, network::isCut, new ArrayList<>(past.values()), this::read, budget.floods());
    }

    private SeenNode seen(NodeSlot slot) {
        var settings = slot.node().settings();
        if (!slot.running()) {
            var held = lastSeen.containsKey(slot.name())
                    ? lastSeen.get(slot.name()).state()
                    : nothing(slot);
            return new SeenNode(slot.name(), false, people(settings), held, settings.profile().bends());
        }
        var seen = new SeenNode(slot.name(), true, people(settings), slot.node().state(), settings.profile().bends());
        lastSeen.put(slot.name(), seen);
        return seen;
    }

    private static List<String> people(NodeSettings settings) {
        return settings.people().stream().map(Person::user).toList();
    }

    private static NodeState nothing(NodeSlot slot) {
        return new NodeState(slot.host(), List.of(), List.of(), List.of(), 0);
    }

    private Told<?> read(SeenNode at, String user, Place place, ResourceType type) {
        var slot =
                world.nodes().stream().filter(s -> s.name().equals(at.name())).findFirst();
        return world.perform(
                user + " at " + at.name() + " reads to see whether it can",
                () -> read(slot.orElseThrow().node(), user, place, type));
    }

    private static Told<?> read(OcmNode node, String user, Place place, ResourceType type) {
        return switch (type) {
            case FOLDER -> node.party(user).list(place);
            case FILE -> {
                var told = node.party(user).read(place);
                yield told instanceof Told.Done<Content>(var content, var words) ? drained(content, words) : told;
            }
        };
    }

    private static Told<Nothing> drained(Content content, String words) {
        try (var stream = content.open()) {
            stream.transferTo(OutputStream.nullOutputStream());
            return Told.done(Nothing.NOTHING, words);
        } catch (IOException e) {
            return Told.refused("the content broke off");
        }
    }
}
