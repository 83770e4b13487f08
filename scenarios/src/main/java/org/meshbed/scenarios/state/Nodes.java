package org.meshbed.scenarios.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.Lists;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.Limits;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;

/**
 * The nodes of a scenario. What sentences say of a node is collected until the node is first needed; then it starts
 * with all of it. Nodes that run already (of a mesh file) are used as they are.
 */
public final class Nodes {
    private final Bindings bindings;
    private final Map<String, Plan> plans = new LinkedHashMap<>();

    Nodes(Bindings bindings) {
        this.bindings = bindings;
    }

    private static final class Plan {
        private final List<Person> people = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final List<Runnable> whenUp = new ArrayList<>();
        private UnaryOperator<Limits> limits = UnaryOperator.identity();
        private Optional<Profile> profile = Optional.empty();
        private List<String> servers = List.of();
    }

    /** Somebody has an account there. */
    public void person(String node, String user) {
        var up = running(node).isPresent();
        if (up && !plans.containsKey(node)) return;
        var people = plan(node).people;
        if (people.stream().anyMatch(p -> p.user().equals(user))) return;
        notYetUp(node, "'" + user + " is at " + node + "'");
        people.add(Person.named(user));
    }

    /** Somebody there can pass a second factor. */
    public void secondFactor(String node, String user) {
        person(node, user);
        notYetUp(node, "a second factor").people.replaceAll(p -> p.user().equals(user) ? p.withASecondFactor() : p);
    }

    public void group(String node, String name, List<String> members) {
        notYetUp(node, "the group '" + name + "'").groups.add(new Group(name, members));
    }

    /** It plays this vendor, whatever the bindings say: {@code reference/1.0}. */
    public void column(String node, String column) {
        notYetUp(node, column).profile = Optional.of(bindings.column(column));
    }

    /** The hosts on its list of servers when it starts. */
    public void servers(String node, List<String> hosts) {
        notYetUp(node, "a list of servers to start with").servers = List.copyOf(hosts);
    }

    public void limits(String node, UnaryOperator<Limits> limits) {
        notYetUp(node, "another limit").limits = limits;
    }

    /** Does something as soon as the node runs: at once where it does. */
    public void whenUp(String node, Runnable action) {
        if (running(node).isPresent()) action.run();
        else plan(node).whenUp.add(action);
    }

    /** Whether the scenario says who plays the node. */
    boolean isChosen(String node) {
        var plan = plans.get(node);
        return plan != null && plan.profile.isPresent();
    }

    /** Who plays the node, or will when it starts; it is not started by this. */
    Profile profile(String node) {
        return running(node)
                .map(slot -> slot.node().settings().profile())
                .or(() -> Optional.ofNullable(plans.get(node)).flatMap(plan -> plan.profile))
                .orElseGet(() -> bindings.profile(node));
    }

    /** The node of that name, started if it was only spoken of so far. */
    public NodeSlot slot(String node) {
        return running(node).orElseGet(() -> start(node));
    }

    /** Starts every node that was spoken of. */
    public void startAll() {
        List.copyOf(plans.keySet()).forEach(this::slot);
    }

    /** Whether there is such a node, running or only spoken of. */
    public boolean has(String node) {
        return plans.containsKey(node) || running(node).isPresent();
    }

    private Optional<NodeSlot> running(String node) {
        return mesh().world().nodes().stream()
                .filter(s -> s.name().equals(node))
                .findFirst();
    }

    private Mesh mesh() {
        return bindings.mesh();
    }

    private Plan plan(String node) {
        return plans.computeIfAbsent(node, _ -> new Plan());
    }

    private Plan notYetUp(String node, String what) {
        if (running(node).isPresent())
            throw new IllegalStateException(
                    node + " runs already: " + what + " has to be said of it before anything happens there");
        return plan(node);
    }

    private NodeSlot start(String node) {
        var plan = plans.get(node);
        if (plan == null)
            throw new IllegalStateException("there is no node '" + node + "'; one begins with 'alice is at " + node
                    + "', or runs already; there are " + plans.keySet());
        var profile = plan.profile.orElseGet(() -> bindings.profile(node)).federating();
        mesh().node(new NodePlan(
                node,
                profile.with(plan.limits.apply(profile.limits())),
                plan.people,
                plan.groups,
                Scheme.HTTPS,
                OptionalInt.empty(),
                plan.servers,
                Lists.NONE,
                Optional.empty()));
        var slot = mesh().slot(node);
        plan.whenUp.forEach(Runnable::run);
        return slot;
    }
}
