package org.meshbed.nodes.jetty;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/**
 * Knows of each connection of the client whether its TLS handshake is over: Jetty hands a connection to a request before
 * that, and only afterwards can a byte of the request have gone out. Where the handshake fails it knows why, while whoever
 * writes at that moment may find a closed connection and no more.
 *
 * <p>A request knows its connection by the two ends only. A connection that is closed has none any more, and its ports
 * may serve the next one at once, so what is told of a handshake goes by its engine.
 */
final class Handshakes implements SslHandshakeListener, Connection.Listener {
    private static final Executor SAME_THREAD = Runnable::run;
    private final Map<SSLEngine, Handshake> byEngine = new ConcurrentHashMap<>();
    private final Map<Ends, Handshake> byEnds = new ConcurrentHashMap<>();

    private record Ends(Object local, Object remote) {}

    private record Handshake(Ends ends, CompletableFuture<Void> over) {}

    /**
     * Runs what is given when the handshake of this connection is over, at once where it is already. Of a connection that
     * is closed again nothing more will be told.
     */
    CompletableFuture<Void> whenOver(org.eclipse.jetty.client.Connection connection, Runnable then) {
        var known = byEnds.get(new Ends(connection.getLocalSocketAddress(), connection.getRemoteSocketAddress()));
        if (known == null) return new CompletableFuture<>();
        known.over().thenRunAsync(then, SAME_THREAD);
        return known.over();
    }

    /** How many connections are known. */
    int size() {
        return Math.max(byEngine.size(), byEnds.size());
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection tls)) return;
        var handshake = new Handshake(ends(connection.getEndPoint()), new CompletableFuture<>());
        byEngine.put(tls.getSSLEngine(), handshake);
        byEnds.put(handshake.ends(), handshake);
    }

    @Override
    public void handshakeSucceeded(Event event) {
        with(event, over -> over.complete(null));
    }

    @Override
    public void handshakeFailed(Event event, Throwable failure) {
        with(event, over -> over.completeExceptionally(failure));
    }

    @Override
    public void onClosed(Connection connection) {
        if (!(connection instanceof SslConnection tls)) return;
        var gone = byEngine.remove(tls.getSSLEngine());
        if (gone != null) byEnds.remove(gone.ends(), gone);
    }

    private void with(Event event, Consumer<CompletableFuture<Void>> told) {
        var handshake = byEngine.get(event.getSSLEngine());
        if (handshake != null) told.accept(handshake.over());
    }

    private static Ends ends(EndPoint endPoint) {
        return new Ends(endPoint.getLocalSocketAddress(), endPoint.getRemoteSocketAddress());
    }
}
