package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.PortInUse;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.journal.Recorder;

/** The servers that Meshbed puts beside the one under test, one of each manner. */
final class Peers implements AutoCloseable {
    private final Peer.Surroundings around;
    private final Map<Manner, Peer> all = new EnumMap<>(Manner.class);
    private final List<Peer> further = new ArrayList<>();
    private final List<Tripwire> wires = new ArrayList<>();
    private int opened = Manner.values().length;
    private Optional<Peer.Ink> ink = Optional.empty();
    private final List<Consumer<ObjectNode>> changes = new ArrayList<>();

    /** Throws {@link BadInput} where one of them cannot have its port. */
    Peers(PeerPlace place, Recorder recorder, String target, RunAuthority authority, List<X509Certificate> trusted) {
        var transport = HttpTransport.start(trusted, _ -> Optional.empty());
        this.around = new Peer.Surroundings(place, recorder, target, transport, Listeners.start(authority));
        try {
            for (var manner : Manner.values()) all.put(manner, new Peer(manner.role(), manner.ordinal(), around));
        } catch (PortInUse e) {
            close();
            throw new BadInput("the peers cannot listen: " + e.getMessage() + "; they take " + ports(place)
                    + " (--port), at " + place.bind().getHostAddress() + " (--bind)");
        }
    }

    PeerPlace place() {
        return around.place();
    }

    /** From now on all of them sign. */
    void signWith(Peer.Ink pen) {
        ink = Optional.of(pen);
        everybody().forEach(peer -> peer.signsWith(pen));
    }

    /** From now on all of them say this of themselves too. */
    void describe(Consumer<ObjectNode> otherwise) {
        changes.add(otherwise);
        everybody().forEach(peer -> peer.describes(otherwise));
    }

    /** One more, that the server under test has not met; it has a number behind its word where others have that. */
    Peer further(String word) {
        var same = further.stream()
                .filter(peer -> peer.word().matches(word + "(-[0-9]+)?"))
                .count();
        var own = same == 0 ? word : word + "-" + (same + 1);
        return further(own, around.place().hostOf(own));
    }

    /** The same, under this name. */
    Peer further(String word, String host) {
        var peer = new Peer(Role.further(word), next(), around, host);
        further.add(peer);
        changes.forEach(peer::describes);
        ink.ifPresent(peer::signsWith);
        return peer;
    }

    private int next() {
        if (opened == PeerPlace.MOST) throw new IllegalStateException("more peers than there are ports for them");
        return opened++;
    }

    private List<Peer> everybody() {
        return Stream.concat(all.values().stream(), further.stream()).toList();
    }

    private static String ports(PeerPlace place) {
        return place.port() == 0 ? "free ports" : "the ports " + place.port() + " to " + PeerPlace.last(place.port());
    }

    Peer like(Manner manner) {
        return Objects.requireNonNull(all.get(manner), manner.word());
    }

    /** Listens where nobody may be led: on this machine alone. */
    Tripwire inside() {
        return wire(InetAddress.getLoopbackAddress(), 0);
    }

    /** Listens where peers do, but for plain words. */
    Tripwire plain() {
        return wire(around.place().bind(), around.place().portOf(next()));
    }

    private Tripwire wire(InetAddress address, int port) {
        var wire = Tripwire.at(address, port);
        wires.add(wire);
        return wire;
    }

    @Override
    public void close() {
        everybody().forEach(Peer::close);
        wires.forEach(Tripwire::close);
        around.listeners().close();
        around.transport().close();
    }
}
