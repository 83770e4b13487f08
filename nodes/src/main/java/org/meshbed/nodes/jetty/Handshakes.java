package org.meshbed.nodes.jetty;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/**
 * Knows of each connection of the client whether its TLS handshake is over: Jetty hands a connection to a request before
 * that, and only afterwards can a byte of the request have gone out. Where the handshake fails it knows why, while whoever
 * writes at that moment may find a closed connection and no more.
 */
final class Handshakes implements SslHandshakeListener, Connection.Listener {
    private static final Executor SAME_THREAD = Runnable::run;
    private final Map<Ends, CompletableFuture<Void>> over = new ConcurrentHashMap<>();

    private record Ends(Object local, Object remote) {}

    /** Runs what is given when the handshake of this connection is over, at once where it is already. */
    CompletableFuture<Void> whenOver(org.eclipse.jetty.client.Connection connection, Runnable then) {
        var ends = new Ends(connection.getLocalSocketAddress(), connection.getRemoteSocketAddress());
        var handshake = over.computeIfAbsent(ends, _ -> new CompletableFuture<>());
        handshake.thenRunAsync(then, SAME_THREAD);
        return handshake;
    }

    @Override
    public void handshakeSucceeded(Event event) {
        over.computeIfAbsent(ends(event.getEndPoint()), _ -> new CompletableFuture<>())
                .complete(null);
    }

    @Override
    public void handshakeFailed(Event event, Throwable failure) {
        over.computeIfAbsent(ends(event.getEndPoint()), _ -> new CompletableFuture<>())
                .completeExceptionally(failure);
    }

    @Override
    public void onClosed(Connection connection) {
        over.remove(ends(connection.getEndPoint()));
    }

    private static Ends ends(EndPoint endPoint) {
        return new Ends(endPoint.getLocalSocketAddress(), endPoint.getRemoteSocketAddress());
    }
}
