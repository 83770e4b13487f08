package org.meshbed.nodes.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meshbed.nodes.http.Site.Caller;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

@Timeout(30)
class ListenersTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @Nested
    class GivenTwoPorts {
        @Test
        void whenCalled_thenEachAnswersWithItsOwnSite() throws IOException {
            try (var one = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, "one"));
                    var two = Sockets.open("two.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, "two"))) {
                assertThat(get(one.port())).endsWith("one");
                assertThat(get(two.port())).endsWith("two");
            }
        }

        @Test
        void whenOneIsClosed_thenItRefusesAndTheOtherServes() throws IOException {
            var one = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, "one"));
            try (var two = Sockets.open("two.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, "two"))) {
                one.close();
                one.close();
                assertThatThrownBy(() -> get(one.port())).isInstanceOf(ConnectException.class);
                assertThat(get(two.port())).endsWith("two");
            }
        }
    }

    @Nested
    class GivenAnOpenConnection {
        @Test
        void whenItsPortIsClosed_thenItBreaks() throws IOException {
            var port = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, "one"));
            try (var caller = RawCaller.plain(port.port())) {
                caller.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(caller.head()).startsWith("HTTP/1.1 200 OK\r\n");
                assertThat(caller.bytes(3)).isEqualTo("one");
                port.close();
                assertThat(caller.all()).isEmpty();
            }
        }

        @Test
        void whenAnotherRequestIsBeingAnswered_thenItsCallerSeesNoReplyAfterClosing() throws Exception {
            var entered = new CompletableFuture<Void>();
            var leave = new CompletableFuture<Void>();
            var port = Sockets.open("one.localhost", Scheme.HTTPS, (r, c) -> {
                entered.complete(null);
                leave.join();
                throw new NodeStopped("one");
            });
            try (var caller = RawCaller.tls("one.localhost", port.port())) {
                caller.send(GET);
                entered.get();
                port.close();
                leave.complete(null);
                assertThat(broken(caller)).isEmpty();
            }
        }

        /** TLS tells of an end without farewell by an exception. */
        private String broken(RawCaller caller) {
            try {
                return caller.all();
            } catch (IOException e) {
                return "";
            }
        }
    }

    @Nested
    class GivenAPortInUse {
        @Test
        void whenOpenedAgain_thenTheErrorNamesNodeAndPort() {
            try (var first = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> WireReply.empty(200))) {
                assertThatThrownBy(() -> Sockets.LISTENERS.open(
                                first.port(),
                                ServerHost.parse("cern.localhost"),
                                Scheme.HTTPS,
                                (r, c) -> WireReply.empty(200),
                                Bounds.USUAL))
                        .isInstanceOf(PortInUse.class)
                        .hasMessageContaining("cern.localhost")
                        .hasMessageContaining("127.0.0.1:" + first.port())
                        .hasMessageContaining("free port");
            }
        }

        @Test
        void whenTheFirstIsClosed_thenThePortCanBeOpenedAtOnce() throws IOException {
            var first = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, "first"));
            assertThat(get(first.port())).endsWith("first");
            first.close();
            try (var again = Sockets.LISTENERS.open(
                    first.port(),
                    new ServerHost("one.localhost", 443),
                    Scheme.HTTP,
                    (r, c) -> WireReply.text(200, "again"),
                    Bounds.USUAL)) {
                assertThat(get(again.port())).endsWith("again");
            }
        }
    }

    @Nested
    class GivenManyPorts {
        @Test
        void whenOpened_thenEachAnswers() throws IOException {
            var open = new ArrayList<Listening>();
            try {
                for (var i = 0; i < 200; i++) {
                    var name = "node" + i;
                    open.add(Sockets.open(name + ".localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, name)));
                }
                assertThat(get(open.get(0).port())).endsWith("node0");
                assertThat(get(open.get(199).port())).endsWith("node199");
            } finally {
                open.forEach(Listening::close);
            }
        }
    }

    @Nested
    class GivenASite {
        @Test
        void whenItAnswers_thenHeadersLeaveInOrderWithDoublesAndCaseAndNothingIsAdded() throws IOException {
            var headers = Headers.of("x-Second", "2", "content-type", "text/odd", "X-First", "1", "x-second", "3");
            var reply = new WireReply(201, headers, Body.of("abc"), Framing.LENGTH);
            assertThat(answered(reply))
                    .isEqualTo("HTTP/1.1 201 Created\r\nx-Second: 2\r\ncontent-type: text/odd\r\nX-First: 1\r\n"
                            + "x-second: 3\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        }

        @Test
        void whenItAnswersInChunks_thenTheReplyIsChunked() throws IOException {
            var reply = new WireReply(200, Headers.NONE, Body.of("abc"), Framing.CHUNKED);
            assertThat(answered(reply))
                    .isEqualTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                            + "3\r\nabc\r\n0\r\n\r\n");
        }

        @Test
        void whenItStreams_thenLengthAndBytesArrive() throws IOException {
            var stream = new Body.Stream(Content.of("abcdef".getBytes()));
            assertThat(answered(new WireReply(200, Headers.NONE, stream, Framing.LENGTH)))
                    .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nabcdef");
        }

        @Test
        void whenItsStreamBreaks_thenTheReplyIsCutShort() throws IOException {
            var breaking = new Content() {
                @Override
                public long length() {
                    return 100;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(new byte[10]);
                }
            };
            var reply = answered(new WireReply(200, Headers.NONE, new Body.Stream(breaking), Framing.LENGTH));
            assertThat(reply).contains("Content-Length: 100\r\n").endsWith("\0".repeat(10));
        }

        @Test
        void whenItHasNoContent_thenNoLengthIsSent() throws IOException {
            assertThat(answered(WireReply.empty(204)))
                    .isEqualTo("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            assertThat(answered(new WireReply(304, Headers.of("ETag", "\"a\""), Body.of("no"), Framing.LENGTH)))
                    .isEqualTo("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\nConnection: close\r\n\r\n");
            assertThat(answered(WireReply.empty(200)))
                    .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }

        @Test
        void whenItFails_thenTheAnswerIsOneShortLineAndTheServerGoesOn() throws IOException {
            try (var port = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> {
                throw new IllegalStateException("secret words");
            })) {
                assertThat(get(port.port()))
                        .startsWith("HTTP/1.1 500 ")
                        .endsWith("\r\nThe request could not be" + " answered (500).\n");
                assertThat(get(port.port())).startsWith("HTTP/1.1 500 ").doesNotContain("secret");
            }
        }

        @Test
        void whenCalled_thenItKnowsTheCallersPort() throws IOException {
            var callers = new ArrayList<Caller>();
            try (var port = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> {
                        callers.add(c);
                        return WireReply.empty(200);
                    });
                    var caller = RawCaller.plain(port.port())) {
                caller.send(GET).all();
                assertThat(callers).containsExactly(new Caller("127.0.0.1", caller.localPort()));
            }
        }

        private String answered(WireReply reply) throws IOException {
            try (var port = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> reply)) {
                return get(port.port());
            }
        }
    }

    @Nested
    class GivenARequest {
        @Test
        void whenItHasNoBody_thenNoneIsHandedOn() throws IOException {
            assertThat(received("GET /a?b=c HTTP/1.1\r\nHost: h:1\r\nConnection: close\r\n\r\n"))
                    .isEqualTo(new WireRequest(
                            "GET",
                            "/a?b=c",
                            Headers.of("Host", "h:1", "Connection", "close"),
                            Body.NONE,
                            Framing.NONE));
        }

        @Test
        void whenItsBodyIsEmpty_thenNoneIsHandedOnAndTheFramingIsKept() throws IOException {
            var request = received("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(request.body()).isEqualTo(Body.NONE);
            assertThat(request.framing()).isEqualTo(Framing.LENGTH);
        }

        @Test
        void whenItsBodyIsOpenedTwice_thenTheSecondIsRefused() throws IOException {
            var refused = new CompletableFuture<Throwable>();
            try (var port = Sockets.open("one.localhost", Scheme.HTTP, (r, c) -> {
                Sockets.read(r.body());
                refused.complete(new RuntimeException(Sockets.read(r.body())));
                return WireReply.empty(200);
            })) {
                RawCaller.plain(port.port())
                        .send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab")
                        .all();
                assertThat(refused.join()).hasMessage("broken: the body of this request was opened before");
            }
        }

        private WireRequest received(String bytes) throws IOException {
            var site = Sockets.Remembering.ok();
            try (var port = Sockets.open("one.localhost", Scheme.HTTP, site);
                    var caller = RawCaller.plain(port.port())) {
                caller.send(bytes).all();
            }
            return site.requests.getFirst();
        }
    }

    private static String get(int port) throws IOException {
        try (var caller = RawCaller.plain(port)) {
            return caller.send(GET).all();
        }
    }
}
