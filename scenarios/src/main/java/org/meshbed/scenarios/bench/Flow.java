package org.meshbed.scenarios.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;

/** One complete flow between two fresh nodes: discover, share, accept, notify, read, unshare. */
final class Flow {
    static final Profile REFERENCE = Vendors.column("reference/1.5");
    static final Profile SIGNING = Vendors.column("reference/1.5[sign=yes;demand-signatures=yes;key=p256]");
    private static final byte[] REPORT = "what was measured\n".repeat(40).getBytes(StandardCharsets.UTF_8);
    private static final String FILE = "report.txt";

    private final Mesh mesh;
    private final String sender;
    private final String receiver;

    /** Starts the two nodes; nothing is known between them yet. */
    Flow(Mesh mesh, int number) {
        this(mesh, number, REFERENCE);
    }

    Flow(Mesh mesh, int number, Profile profile) {
        this.mesh = mesh;
        this.sender = "a" + number;
        this.receiver = "b" + number;
        mesh.node(sender, profile, "alice").node(receiver, profile, "bob");
    }

    void shareAndRead() {
        var alice = mesh.party("alice", sender);
        done(alice.write(Place.own(FILE), Content.of(REPORT)));
        done(alice.share(ShareWish.of(FILE, mesh.address("bob", receiver).toString())));
        var share = received();
        var bob = mesh.party("bob", receiver);
        done(bob.accept(share.id()));
        if (read(done(bob.read(Place.in(share.id(), "")))) != REPORT.length)
            throw new IllegalStateException("what bob read is not what alice wrote");
    }

    /** Everything there is to do was done, notifications included. */
    void whole() {
        shareAndRead();
        mesh.settle();
        var alice = mesh.party("alice", sender);
        done(alice.unshare(done(alice.shared()).getFirst().id()));
        mesh.settle();
    }

    private ReceivedShare received() {
        return done(mesh.party("bob", receiver).received()).getFirst();
    }

    private static long read(Content content) {
        try (var stream = content.open()) {
            return stream.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T done(Told<T> told) {
        return told.value().orElseThrow(() -> new IllegalStateException("not done: " + told.words()));
    }
}
