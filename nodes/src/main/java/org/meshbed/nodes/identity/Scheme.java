package org.meshbed.nodes.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What carries the bytes: TLS, or plain HTTP in test set-ups only. */
public enum Scheme {
    HTTPS(443),
    HTTP(80);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** That with which this text begins. */
    public static Optional<Scheme> of(String url) {
        return Stream.of(values())
                .filter(scheme -> url.regionMatches(true, 0, scheme + "://", 0, (scheme + "://").length()))
                .findFirst();
    }

    public int defaultPort() {
        return defaultPort;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
