package org.meshbed.simulator.oracle.mutant;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.oracle.Finding;
import org.meshbed.simulator.oracle.Oracle;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** Shows that the oracle sees what a mutant breaks: the mutant goes through all flows in memory, and is judged. */
public final class Proof {
    private static final long SEED = 4;
    private static final String MUTANT = "alpha";

    private final Mutant mutant;

    private Proof(Mutant mutant) {
        this.mutant = mutant;
    }

    /** All that was found of the mutant and of the peer that is as it should be; strangers left out. */
    public static List<Finding> findings(Mutant mutant) {
        return new Proof(mutant).findings();
    }

    /** The ids of the rules that a server was found to break. */
    public static SortedSet<String> broken(List<Finding> findings, String node) {
        var ids = new TreeSet<String>();
        findings.stream()
                .filter(f -> f.node().equals(node))
                .forEach(f -> ids.add(f.rule().id()));
        return ids;
    }

    private List<Finding> findings() {
        var plan = VirtualPlan.of(SEED).with(this::answer).withPortsOf(this::ports);
        try (var mesh = Mesh.in(plan)) {
            var oracle = Oracle.over(mesh.world());
            mesh.journal().addReader(entry -> oracle.accept(told(entry)));
            mesh.node(node(MUTANT, "alice")).node(node("beta", "bob"));
            new Flows(
                            mesh,
                            new Omega(mesh.world(), mutant.column().replaceAll(".*/|\\[.*", ""), mutant.peer()),
                            mutant.scene())
                    .play();
            return oracle.findings().stream().filter(Finding::ours).toList();
        }
    }

    /** The mutant may tell a person something else than the node it is made from. */
    private Entry told(Entry entry) {
        return entry instanceof Entry.Action action && action.stamp().node().equals(MUTANT)
                ? mutant.change().telling(action)
                : entry;
    }

    private NodePlan node(String name, String person) {
        return new NodePlan(
                name,
                Vendors.column(mutant.column()),
                List.of(Person.named(person)),
                List.of(new Group("staff", List.of(person))),
                Scheme.HTTPS,
                OptionalInt.empty(),
                Optional.empty());
    }

    private WireAnswer answer(OcmNode node, WireRequest request) {
        var usual = (Change.Answering) asked -> NodeApplication.shared().answer(node, asked);
        if (!node.settings().name().equals(MUTANT)) return usual.answer(request);
        return mutant.change().answering(request, usual);
    }

    private Ports ports(String node, Ports usual) {
        if (!node.equals(MUTANT)) return usual;
        return new Ports(
                mutant.change().sending(usual.transport()),
                usual.time(),
                usual.tasks(),
                usual.secrets(),
                usual.chance(),
                usual.store(),
                usual.witness());
    }
}
