package org.meshbed.simulator.world.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.meshbed.nodes.jetty.Listening;

/**
 * The port of one server. While nobody listens there it is held by a socket that is bound and does not listen, so that
 * callers are refused and nobody else can take it.
 */
final class HeldPort {
    private final InetAddress bind;
    private final Opening opening;
    private final int number;
    private Listening listening;
    private Socket holding = new Socket();

    /** Opens a port by its number. */
    interface Opening {
        Listening open(int number);
    }

    HeldPort(InetAddress bind, Opening opening, Listening listening) {
        this.bind = bind;
        this.opening = opening;
        this.listening = listening;
        this.number = listening.port();
    }

    int number() {
        return number;
    }

    void refuse() {
        listening.close();
        try {
            holding = new Socket();
            holding.setReuseAddress(true);
            holding.bind(new InetSocketAddress(bind, number));
        } catch (IOException e) {
            // Held by nobody then: it is still free in all likelihood when it is opened again.
        }
    }

    void listen() {
        listening = opening.open(number);
        release();
    }

    void close() {
        listening.close();
        release();
    }

    private void release() {
        try {
            holding.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
