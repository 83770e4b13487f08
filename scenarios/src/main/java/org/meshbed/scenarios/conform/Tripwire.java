package org.meshbed.scenarios.conform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.meshbed.scenarios.input.BadInput;

/** A port that nobody is to connect to; it knows whether somebody did, and says nothing to them. */
final class Tripwire implements AutoCloseable {
    private final ServerSocket socket;
    private final CountDownLatch hit = new CountDownLatch(1);

    private Tripwire(ServerSocket socket) {
        this.socket = socket;
    }

    /** @param port 0 for a free one */
    static Tripwire at(InetAddress address, int port) {
        try {
            var socket = new ServerSocket();
            socket.bind(new InetSocketAddress(address, port));
            var wire = new Tripwire(socket);
            Thread.ofVirtual().name("tripwire").start(wire::listen);
            return wire;
        } catch (IOException e) {
            throw new BadInput("nobody can listen on port " + port + " of " + address.getHostAddress() + ": "
                    + e.getMessage() + "; give another one by --port");
        }
    }

    private void listen() {
        try {
            while (!socket.isClosed()) {
                socket.accept().close();
                hit.countDown();
            }
        } catch (IOException e) {
            return; // it was closed
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether somebody connected, or does within that time. */
    boolean hit(Duration within) {
        try {
            return hit.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is closed then
        }
    }
}
