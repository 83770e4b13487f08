package org.meshbed.nodes.resource;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Bounds;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.store.DiskStore;
import org.meshbed.nodes.vendor.Limits;

/** A home in a data folder behind a port that anybody may use, as a process of its own; prints the port. */
final class ShareServer {
    private ShareServer() {}

    public static void main(String[] folder) throws InterruptedException {
        var time = new Now();
        var dav = new Dav(new Files(new DiskStore(Path.of(folder[0])), time, _ -> {}, Limits.USUAL));
        var origin = Endpoint.parse("http://127.0.0.1/").origin();
        var scope = new DavScope("alice", "", Permissions.ALL, "", origin);
        var listening = Listeners.start(new RunAuthority(new SecureRandom(), time))
                .open(
                        0,
                        ServerHost.parse("alpha.localhost"),
                        Scheme.HTTP,
                        (request, _) -> dav.answer(scope, request, request.path()),
                        Bounds.USUAL);
        System.out.println(listening.port());
        Thread.currentThread().join();
    }

    /** The clock of the machine. */
    record Now() implements Time {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration duration) {
            throw new UnsupportedOperationException("nobody pauses here");
        }
    }
}
