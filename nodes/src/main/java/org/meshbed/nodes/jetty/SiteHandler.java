package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.meshbed.nodes.http.Site.Caller;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request to the site of the port it came in on, and carries the site's answer back. */
final class SiteHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(SiteHandler.class);

    SiteHandler() {
        super(InvocationType.BLOCKING);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var site = site(request);
        // A site may think for longer than a connection may keep silent.
        request.addIdleTimeoutListener(_ -> false);
        if (site.isEmpty()) abandon(callback);
        else serve(site.get(), new Arrival(request, site.get().bounds()), response, callback);
        return true;
    }

    private static Optional<Listening.Served> site(Request request) {
        var connection = request.getConnectionMetaData();
        return connection.getConnector() instanceof PortsConnector ports
                ? ports.served(connection.getLocalSocketAddress())
                : Optional.empty();
    }

    private static void serve(Listening.Served served, Arrival arrival, Response response, Callback callback) {
        switch (answer(served, arrival)) {
            // Nobody completes the exchange: the connection stays as it is until the caller or the server ends it.
            case NoAnswer(var _, var staysOpen) -> {
                if (!staysOpen) abandon(callback);
            }
            case WireReply reply -> reply(reply, arrival, response, callback);
        }
    }

    private static WireAnswer answer(Listening.Served served, Arrival arrival) {
        if (arrival.headBytes() > served.bounds().headerBytes()) return ShortErrors.reply(431);
        WireRequest request;
        try {
            request = arrival.request();
        } catch (IllegalArgumentException e) {
            return ShortErrors.reply(400);
        }
        try {
            return served.site().answer(request, arrival.caller());
        } catch (NodeStopped e) {
            // Its node crashed while it answered: the caller sees the connection break, as with a killed process.
            return new NoAnswer(false);
        } catch (RuntimeException e) {
            LOG.warn("{} failed to answer {} {}", served.host(), request.method(), request.target(), e);
            return ShortErrors.reply(500);
        }
    }

    private static void reply(WireReply reply, Arrival arrival, Response response, Callback callback) {
        try {
            var whole = arrival.skipWhatIsThere();
            new Departure(arrival.isHead(), response).write(reply, whole);
            if (!whole) arrival.linger();
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
    }

    /** The connection is closed without a byte. */
    private static void abandon(Callback callback) {
        callback.failed(new Request.Handler.AbortException(new IOException("closed without an answer")));
    }

    static Caller caller(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? new Caller(remote.getAddress().getHostAddress(), remote.getPort())
                : new Caller("unknown", 0);
    }
}
