package org.meshbed.simulator.world.loopback;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.nodes.port.Time;

/** What all loopback worlds of a process have in common, made when first needed: starting it takes a while. */
record SharedSockets(RunAuthority authority, Listeners listeners, HttpTransport transport, PortPool ports) {
    private static final class Made {
        static final SharedSockets INSTANCE = make();
    }

    static SharedSockets get() {
        return Made.INSTANCE;
    }

    private static SharedSockets make() {
        var authority = new RunAuthority(new SecureRandom(), new RealTime());
        var transport = HttpTransport.start(List.of(authority.caCertificate()), _ -> Optional.empty());
        return new SharedSockets(authority, Listeners.start(authority), transport, new PortPool());
    }

    /** TLS knows no other clock. */
    private static final class RealTime implements Time {
        @Override
        public Instant now() {
            return Clock.systemUTC().instant();
        }

        @Override
        public void pause(Duration duration) {
            throw new UnsupportedOperationException("nobody waits on this clock");
        }
    }
}
