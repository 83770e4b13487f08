package org.meshbed.scenarios.conform;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.PortInUse;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.journal.Recorder;

/** The servers that Meshbed puts beside the one under test, one of each manner. */
final class Peers implements AutoCloseable {
    private final HttpTransport transport;
    private final Listeners listeners;
    private final Map<Manner, Peer> all = new EnumMap<>(Manner.class);

    /** Throws {@link BadInput} where one of them cannot have its port. */
    Peers(PeerPlace place, Recorder recorder, String target, RunAuthority authority, List<X509Certificate> trusted) {
        this.transport = HttpTransport.start(trusted, _ -> Optional.empty());
        this.listeners = Listeners.start(authority);
        try {
            for (var manner : Manner.values())
                all.put(manner, new Peer(manner, place, recorder, target, transport, listeners));
        } catch (PortInUse e) {
            close();
            throw new BadInput("the peers cannot listen: " + e.getMessage() + "; they take " + ports(place)
                    + " (--port), at " + place.bind().getHostAddress() + " (--bind)");
        }
    }

    private static String ports(PeerPlace place) {
        return place.port() == 0 ? "free ports" : "the ports " + place.port() + " to " + PeerPlace.last(place.port());
    }

    Peer like(Manner manner) {
        return Objects.requireNonNull(all.get(manner), manner.word());
    }

    @Override
    public void close() {
        all.values().forEach(Peer::close);
        listeners.close();
        transport.close();
    }
}
