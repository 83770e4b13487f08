package org.meshbed.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.world.NodePlan;

/** The usual nodes of a plot. */
public final class Plot {
    private Plot() {}

    public static NodePlan node(String name, String... people) {
        return node(name, Scheme.HTTPS, people);
    }

    public static NodePlan node(String name, Scheme scheme, String... people) {
        var accounts = List.of(people).stream().map(Person::named).toList();
        return new NodePlan(
                name,
                Vendors.column("reference/1.5"),
                accounts,
                List.of(),
                scheme,
                OptionalInt.empty(),
                Optional.empty());
    }
}
