package org.meshbed.simulator.world.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.fault.FaultPlan;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.seed.Seeds;

/** A busy mesh whose journal goes to a file: three nodes, parties who act at once, and faults. Run in several JVMs. */
final class Rehearsal {
    private static final List<String> NODES = List.of("alpha", "beta", "gamma");
    private static final List<String> PEOPLE = List.of("alice", "bob", "carol");

    private Rehearsal() {}

    public static void main(String[] arguments) {
        play(Long.parseLong(arguments[0]), Path.of(arguments[1]));
    }

    static void play(long seed, Path journal) {
        try (var mesh = Mesh.inVirtualTime(seed)) {
            mesh.journal().writeTo(journal);
            mesh.node("alpha", Vendors.column("reference/1.5"), "alice")
                    .node("beta", Vendors.column("reference/1.0"), "bob")
                    .node("gamma", Vendors.column("reference/1.5"), "carol");
            mesh.atOnce(everybody(person -> share(mesh, person)));
            mesh.atOnce(everybody(person -> accept(mesh, person)));
            FaultPlan.drawn(new Seeds(seed).stream("faults"), NODES, 8, Duration.ofMinutes(5))
                    .play(mesh.world());
            mesh.atOnce(everybody(person -> unshare(mesh, person)));
            mesh.settle();
            mesh.journal().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Doing {
        int of(int person);
    }

    private static List<Callable<Integer>> everybody(Doing doing) {
        var actions = new ArrayList<Callable<Integer>>();
        for (var person = 0; person < PEOPLE.size(); person++) {
            var n = person;
            actions.add(() -> doing.of(n));
        }
        return actions;
    }

    private static int share(Mesh mesh, int person) {
        var party = mesh.party(PEOPLE.get(person), NODES.get(person));
        party.write(Place.own("file.txt"), Content.of(PEOPLE.get(person).getBytes(StandardCharsets.UTF_8)));
        for (var other = 0; other < PEOPLE.size(); other++)
            if (other != person)
                party.share(ShareWish.of(
                        "file.txt",
                        mesh.address(PEOPLE.get(other), NODES.get(other)).toString()));
        return person;
    }

    private static int accept(Mesh mesh, int person) {
        var party = mesh.party(PEOPLE.get(person), NODES.get(person));
        var shares = party.received();
        for (var share :
                shares instanceof Told.Done<List<ReceivedShare>>(var list, var _) ? list : List.<ReceivedShare>of()) {
            party.accept(share.id());
            party.read(Place.in(share.id(), ""));
        }
        return person;
    }

    private static int unshare(Mesh mesh, int person) {
        var party = mesh.party(PEOPLE.get(person), NODES.get(person));
        party.shared().value().orElse(List.of()).forEach(share -> party.unshare(share.id()));
        return person;
    }
}
