package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.WireRequest;

/** One request on its way: waits for a connection, sends, waits for the head of the reply, takes the body. */
final class Outgoing {
    private final Handshakes handshakes;
    private final Origin to;
    private final WireRequest wire;
    private final Timeouts timeouts;
    private final IntConsumer sending;
    private final RawRequest request;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private volatile boolean sent;
    private volatile CompletableFuture<Void> handshake = new CompletableFuture<>();

    Outgoing(
            HttpClient client,
            Handshakes handshakes,
            Origin to,
            Optional<Names.LookedAt> addresses,
            WireRequest wire,
            Timeouts timeouts,
            IntConsumer sending) {
        this.handshakes = handshakes;
        this.to = to;
        this.wire = wire;
        this.timeouts = timeouts;
        this.sending = sending;
        this.request = new RawRequest(client, to, wire);
        addresses.ifPresent(request::tag);
    }

    Exchange run() {
        var listener = new Head();
        try {
            return run(listener);
        } catch (TimeoutException e) {
            return give(e);
        } catch (ExecutionException e) {
            return give(e.getCause() == null ? e : e.getCause());
        } catch (IOException | RuntimeException e) {
            return give(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return give(e);
        }
    }

    private Exchange run(Head listener) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        request.idleTimeout(timeouts.reply().toMillis(), TimeUnit.MILLISECONDS);
        request.onRequestBegin(this::begin);
        switch (wire.body()) {
            case Body.None _ -> request.send(listener);
            case Body.Bytes(var bytes) -> {
                request.body(new Held(bytes, wire.framing()));
                request.send(listener);
            }
            case Body.Stream(var content) -> send(content, listener);
        }
        connected.get(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS);
        var head = listener.get(timeouts.reply().toMillis(), TimeUnit.MILLISECONDS);
        return new Exchange.Replied(new ArrivingReply(wire.method(), head, listener, timeouts.reply()).reply());
    }

    private void begin(Request begun) {
        var connection = begun.getConnection();
        if (connection.getLocalSocketAddress() instanceof InetSocketAddress local) sending.accept(local.getPort());
        switch (to.scheme()) {
            case HTTP -> goesOut();
            case HTTPS -> handshake = handshakes.whenOver(connection, this::goesOut);
        }
    }

    private void goesOut() {
        sent = true;
        connected.complete(null);
    }

    /** The calling thread writes: reading a file, or another connection, may block, and Jetty's threads must not. */
    private void send(Content content, Head listener)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var body = new Streamed(content, wire.framing());
        request.body(body);
        request.send(listener);
        connected.get(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS);
        try (var from = content.open();
                var into = body.getOutputStream()) {
            copy(from, into, listener);
        }
    }

    /** A peer that has answered already need not take the rest. */
    private void copy(java.io.InputStream from, java.io.OutputStream into, Head listener) throws IOException {
        var piece = new byte[32 << 10];
        for (var n = read(from, piece); n >= 0; n = read(from, piece)) {
            try {
                into.write(piece, 0, n);
            } catch (IOException e) {
                if (listener.answered) return;
                throw e;
            }
        }
    }

    private int read(java.io.InputStream from, byte[] piece) throws IOException {
        try {
            return from.read(piece);
        } catch (IOException e) {
            // Ended here, or closing the stream would make the peer believe that it has the whole.
            request.abort(e);
            throw new IOException("the content to be sent broke off: " + e.getMessage(), e);
        }
    }

    /** Giving up ends the handshake, too; that is no reason for giving up. */
    private Exchange give(Throwable failure) {
        var before = handshake.isCompletedExceptionally();
        request.abort(failure);
        var broke = failure instanceof TimeoutException ? before : handshake.isCompletedExceptionally();
        return Failures.of(to, broke ? handshake.exceptionNow() : failure, sent);
    }

    /** Waits for the head; a failure before that also ends the waiting for a connection. */
    private final class Head extends InputStreamResponseListener {
        private volatile boolean answered;

        @Override
        public void onHeaders(org.eclipse.jetty.client.Response response) {
            answered = true;
            super.onHeaders(response);
        }

        @Override
        public void onComplete(Result result) {
            super.onComplete(result);
            if (result.getFailure() == null) connected.complete(null);
            else connected.completeExceptionally(result.getFailure());
        }
    }

    /** A message held in memory. */
    private static final class Held extends BytesRequestContent {
        private final boolean chunked;

        Held(byte[] bytes, Framing framing) {
            super(NO_TYPE, bytes);
            chunked = framing == Framing.CHUNKED;
        }

        @Override
        public long getLength() {
            return chunked ? -1 : super.getLength();
        }
    }

    /** The content of a file, written piece by piece. */
    private static final class Streamed extends OutputStreamRequestContent {
        private final long length;

        Streamed(Content content, Framing framing) {
            super(NO_TYPE);
            length = framing == Framing.CHUNKED ? -1 : content.length();
        }

        @Override
        public long getLength() {
            return length;
        }
    }

    /** Whether there is a content type is for the caller to say. */
    private static final @Nullable String NO_TYPE = null;
}
