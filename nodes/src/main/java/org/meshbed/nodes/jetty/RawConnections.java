package org.meshbed.nodes.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections that keep the head of the request as it stood on the wire. Jetty's parser writes header names that it
 * knows in its own case, whatever compliance it is told, and parses the target; both are asked of the bytes instead.
 */
final class RawConnections extends HttpConnectionFactory {
    RawConnections(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new RawConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    /** Request line and header lines of a request that is being handled. */
    static String head(Request request) {
        return request.getConnectionMetaData() instanceof RawConnection raw
                        && raw.getParser() instanceof RawParser parser
                ? parser.head()
                : "";
    }

    private static final class RawConnection extends HttpConnection {
        /** Set while the constructor of the superclass runs; an initial value here would undo that. */
        private @Nullable RequestHandler handler;

        RawConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected RequestHandler newRequestHandler() {
            var made = new AnyTarget();
            handler = made;
            return made;
        }

        /** Jetty never sees the target, so it refuses none: what lies outside of all paths is for the site to say. */
        private final class AnyTarget extends RequestHandler {
            @Override
            public void startRequest(String method, String target, HttpVersion version) {
                super.startRequest(method, HttpMethod.CONNECT.is(method) ? target : "/", version);
            }
        }

        @Override
        protected HttpParser newHttpParser(HttpCompliance compliance) {
            var parser = new RawParser(
                    java.util.Objects.requireNonNull(handler),
                    getHttpConfiguration().getRequestHeaderSize(),
                    compliance);
            parser.setHeaderCacheSize(getHttpConfiguration().getHeaderCacheSize());
            parser.setHeaderCacheCaseSensitive(true);
            return parser;
        }
    }

    private static final class RawParser extends HttpParser {
        private final ByteArrayOutputStream head = new ByteArrayOutputStream(512);

        RawParser(RequestHandler handler, int mostHeaderBytes, HttpCompliance compliance) {
            super(handler, mostHeaderBytes, compliance);
        }

        String head() {
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        /** Stops behind the head, so what it took until there is the head. */
        @Override
        public boolean parseNext(ByteBuffer buffer) {
            if (isState(State.START)) head.reset();
            if (getState().ordinal() >= State.CONTENT.ordinal()) return super.parseNext(buffer);
            var before = buffer.duplicate();
            var handle = super.parseNext(buffer);
            var taken = new byte[Math.max(0, buffer.position() - before.position())];
            before.get(taken);
            head.writeBytes(taken);
            return handle;
        }
    }
}
