package org.meshbed.nodes.jetty;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** One server, one authority and one client for all tests of this package. */
final class Sockets {
    static final RunAuthority AUTHORITY = authority();
    static final Listeners LISTENERS = Listeners.start(AUTHORITY);
    static final HttpTransport TRANSPORT =
            HttpTransport.start(List.of(AUTHORITY.caCertificate()), name -> Optional.empty());

    private Sockets() {}

    static RunAuthority authority() {
        return new RunAuthority(new SecureRandom(), new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration duration) {
                throw new UnsupportedOperationException();
            }
        });
    }

    static Listening open(String name, Scheme scheme, Site site) {
        return open(name, scheme, site, Bounds.USUAL);
    }

    static Listening open(String name, Scheme scheme, Site site, Bounds bounds) {
        return LISTENERS.open(0, new ServerHost(name, 443), scheme, site, bounds);
    }

    /** Reads bodies whole and remembers what came. */
    static final class Remembering implements Site {
        final List<WireRequest> requests = Collections.synchronizedList(new ArrayList<>());
        final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        private final Site next;

        Remembering(Site next) {
            this.next = next;
        }

        static Remembering ok() {
            return new Remembering((request, caller) -> WireReply.text(200, "fine\n"));
        }

        @Override
        public org.meshbed.nodes.protocol.WireAnswer answer(WireRequest request, Caller caller) {
            requests.add(request);
            bodies.add(read(request.body()));
            return next.answer(request, caller);
        }
    }

    static String read(Body body) {
        return switch (body) {
            case Body.None _ -> "";
            case Body.Bytes bytes -> bytes.text();
            case Body.Stream(var content) -> {
                try (var stream = content.open()) {
                    yield new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                } catch (java.io.IOException e) {
                    yield "broken: " + e.getMessage();
                }
            }
        };
    }
}
