package org.meshbed.nodes.identity;

import java.util.Locale;

/** What carries the bytes: TLS, or plain HTTP in test set-ups only. */
public enum Scheme {
    HTTPS(443),
    HTTP(80);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
