package org.meshbed.simulator.world.loopback;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.nodes.port.Time;

/** What all loopback worlds of a process have in common, made when first needed: starting it takes a while. */
record SharedSockets(
        RunAuthority authority,
        Listeners listeners,
        HttpTransport transport,
        PortPool ports,
        ConcurrentMap<String, InetAddress> names) {
    private static final AtomicReference<@Nullable Path> AUTHORITY = new AtomicReference<>();
    private static final AtomicBoolean IS_MADE = new AtomicBoolean();

    private static final class Made {
        static final SharedSockets INSTANCE = make();
    }

    /** The authority is kept in this folder, from run to run; to be said before anything is shared. */
    static void keepAuthorityIn(Path folder) {
        AUTHORITY.set(folder);
        if (IS_MADE.get())
            throw new IllegalStateException("an authority was made already; choose its folder before the first node");
    }

    static SharedSockets get() {
        return Made.INSTANCE;
    }

    private static SharedSockets make() {
        IS_MADE.set(true);
        var random = new SecureRandom();
        var time = new RealTime();
        var authority = Optional.ofNullable(AUTHORITY.get())
                .map(folder -> RunAuthority.keptIn(folder, random, time))
                .orElseGet(() -> new RunAuthority(random, time));
        // Both load many classes: side by side they take half the time.
        var listeners = CompletableFuture.supplyAsync(() -> Listeners.start(authority));
        var names = new ConcurrentSkipListMap<String, InetAddress>();
        var transport =
                HttpTransport.start(List.of(authority.caCertificate()), name -> Optional.ofNullable(names.get(name)));
        return new SharedSockets(authority, listeners.join(), transport, new PortPool(), names);
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
