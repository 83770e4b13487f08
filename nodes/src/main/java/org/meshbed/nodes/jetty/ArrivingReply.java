package org.meshbed.nodes.jetty;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;

/** A reply whose head is here: a message is taken whole, the content of a file stays on the connection. */
final class ArrivingReply {
    private static final int SMALL = 1 << 20;
    private static final int PIECE = 16 << 10;
    private static final int LARGEST_MESSAGE = 4 << 20;
    private final String method;
    private final Response head;
    private final InputStreamResponseListener listener;
    private final Headers headers;
    private final Duration within;

    /** @param within how long a message that is taken whole may take from its head to its end */
    ArrivingReply(String method, Response head, InputStreamResponseListener listener, Duration within) {
        this.within = within;
        this.method = method;
        this.head = head;
        this.listener = listener;
        var lines = new ArrayList<Header>();
        for (var field : head.getHeaders())
            lines.add(new Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
        this.headers = new Headers(lines);
    }

    WireReply reply() throws IOException, TimeoutException {
        var length = length();
        var known = bodiless() || length >= 0;
        var framing = known ? Framing.LENGTH : Framing.CHUNKED;
        if (bodiless() || length == 0) return new WireReply(head.getStatus(), headers, nothing(), framing(framing));
        return new WireReply(head.getStatus(), headers, body(length), framing(framing));
    }

    private Framing framing(Framing guess) {
        if (headers.first("Transfer-Encoding").isPresent()) return Framing.CHUNKED;
        return headers.first("Content-Length").isPresent() ? Framing.LENGTH : bodiless() ? Framing.NONE : guess;
    }

    private boolean bodiless() {
        return method.equals("HEAD") || head.getStatus() == 204 || head.getStatus() == 304;
    }

    private long length() {
        if (headers.first("Transfer-Encoding").isPresent()) return -1;
        return headers.first("Content-Length").map(Long::parseLong).orElse(-1L);
    }

    private Body nothing() throws IOException {
        try (var stream = listener.getInputStream()) {
            stream.readNBytes(1);
        }
        settle();
        return Body.NONE;
    }

    private Body body(long length) throws IOException, TimeoutException {
        var stream = listener.getInputStream();
        if (length > SMALL || length < 0 && !isMessage()) return new Body.Stream(new Rest(length, stream));
        var start = start(stream);
        if (start.length == LARGEST_MESSAGE)
            return new Body.Stream(new Rest(length, new SequenceInputStream(new ByteArrayInputStream(start), stream)));
        settle();
        return Body.of(start);
    }

    /** The idle time of a connection does not end what comes byte by byte. */
    private byte[] start(InputStream stream) throws IOException, TimeoutException {
        var began = System.nanoTime();
        var start = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        while (start.size() < LARGEST_MESSAGE) {
            var count = stream.read(piece, 0, Math.min(piece.length, LARGEST_MESSAGE - start.size()));
            if (count < 0) break;
            start.write(piece, 0, count);
            if (Duration.ofNanos(System.nanoTime() - began).compareTo(within) > 0)
                throw new TimeoutException("the reply did not end within " + within);
        }
        return start.toByteArray();
    }

    private boolean isMessage() {
        var type = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.isEmpty()
                || type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("form-urlencoded");
    }

    /** The last byte comes before the connection is free again; who asks next should find it free. */
    private void settle() {
        try {
            listener.await(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The reply is whole; another connection will be opened.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is still on the connection: to be read once. */
    private static final class Rest implements Content {
        private final long length;
        private final InputStream stream;
        private final java.util.concurrent.atomic.AtomicBoolean opened =
                new java.util.concurrent.atomic.AtomicBoolean();

        Rest(long length, InputStream stream) {
            this.length = length;
            this.stream = stream;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public InputStream open() throws IOException {
            if (opened.getAndSet(true)) throw new IOException("the body of this reply was opened before");
            return stream;
        }
    }
}
