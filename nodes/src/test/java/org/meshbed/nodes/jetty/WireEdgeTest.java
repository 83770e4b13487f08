package org.meshbed.nodes.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Sockets.Remembering;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** What the exchange in memory cannot show: bytes on real sockets, and that the server goes on whatever came. */
@Timeout(30)
class WireEdgeTest {
    private static final String FINE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\n\r\nfine\n";
    private static final String FINE_AND_CLOSE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\n"
                    + "Connection: close\r\n\r\nfine\n";
    private final Remembering site = Remembering.ok();
    private final Listening plain = Sockets.open("edge.localhost", Scheme.HTTP, site);
    private final Listening tls = Sockets.open("edge.localhost", Scheme.HTTPS, site);

    @AfterEach
    void theServerStillServes() throws IOException {
        try (var caller = RawCaller.plain(plain.port())) {
            assertThat(caller.send("GET /still HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                            .all())
                    .isEqualTo(FINE_AND_CLOSE);
        }
        try (var caller = RawCaller.tls("edge.localhost", tls.port())) {
            assertThat(caller.send("GET /still HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                            .all())
                    .isEqualTo(FINE_AND_CLOSE);
        }
        plain.close();
        tls.close();
    }

    @Nested
    class GivenOddTargets {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//shares",
                    "/ocm//shares/",
                    "/a%2Fb%2f..%2F",
                    "/a/../../etc/passwd",
                    "/./a/.",
                    "/a;b=c/d;e",
                    "/%2e%2e/x",
                    "/a?b=%2F&b=//&",
                    "/a?",
                    "/%zz/%C3%28",
                    "/%E2%82%AC/%25",
                    "/a\\b",
                    "/remote.php/dav/public-files/x%20y/",
                    "*",
                })
        void whenRequested_thenTheSiteSeesThemAsTheyWere(String target) throws IOException {
            assertThat(plainly("GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                    .isEqualTo(FINE_AND_CLOSE);
            assertThat(site.requests.getFirst().target()).isEqualTo(target);
        }

        @Test
        void whenAbsolute_thenPathAndQueryAreSeen() throws IOException {
            plainly("GET http://edge.localhost//a?b HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n");
            assertThat(site.requests.getFirst().target()).isEqualTo("//a?b");
        }
    }

    @Nested
    class GivenOddMethods {
        @Test
        void whenHead_thenTheLengthIsToldAndNoBodyIsSent() throws IOException {
            assertThat(plainly("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                    .isEqualTo(FINE_AND_CLOSE.substring(0, FINE_AND_CLOSE.length() - 5));
        }

        @Test
        void whenHeadIsAnsweredByHand_thenItsLengthIsKept() throws IOException {
            try (var port = Sockets.open(
                            "head.localhost",
                            Scheme.HTTP,
                            (r, c) -> new WireReply(
                                    200, Headers.of("Content-Length", "1234567"), Body.NONE, Framing.NONE));
                    var caller = RawCaller.plain(port.port())) {
                assertThat(caller.send("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                                .all())
                        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 1234567\r\nConnection: close\r\n\r\n");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"OPTIONS", "PROPFIND", "MKCOL", "BREW", "get", "x-Odd"})
        void whenUsed_thenTheSiteSeesThem(String method) throws IOException {
            plainly(method + " / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertThat(site.requests.getFirst().method()).isEqualTo(method);
        }
    }

    @Nested
    class GivenOddHeaders {
        @Test
        void whenTwoAuthorizationsCome_thenOrderAndCaseAreKept() throws IOException {
            plainly("GET / HTTP/1.1\r\nhost: h\r\nauthorization: Bearer abc\r\nX-Y: z\r\nAuthorization: Basic YTpi\r\n"
                    + "AUTHORIZATION:Bearer\r\ncontent-type: text/plain;charset=UTF-8\r\nconnection: close\r\n\r\n");
            assertThat(site.requests.getFirst().headers())
                    .isEqualTo(Headers.of(
                            "host",
                            "h",
                            "authorization",
                            "Bearer abc",
                            "X-Y",
                            "z",
                            "Authorization",
                            "Basic YTpi",
                            "AUTHORIZATION",
                            "Bearer",
                            "content-type",
                            "text/plain;charset=UTF-8",
                            "connection",
                            "close"));
        }

        @Test
        void whenABearerIsEmpty_thenItIsSeenEmpty() throws IOException {
            plainly("GET / HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \r\nConnection: close\r\n\r\n");
            assertThat(site.requests.getFirst().headers().all("authorization")).containsExactly("Bearer");
        }

        @Test
        void whenSentThroughTheTransport_thenBothAuthorizationsArrive() {
            var headers = Headers.of("Authorization", "Bearer t", "authorization", "Basic YTpi");
            Sockets.TRANSPORT.exchange(
                    new Origin(Scheme.HTTPS, new ServerHost("edge.localhost", tls.port())),
                    new WireRequest("POST", "//shares", headers, Body.of("{}"), Framing.CHUNKED),
                    Timeouts.USUAL);
            var seen = site.requests.getFirst();
            assertThat(seen.headers().lines()).containsAll(headers.lines());
            assertThat(seen.headers().all("Authorization")).containsExactly("Bearer t", "Basic YTpi");
            assertThat(seen.target()).isEqualTo("//shares");
            assertThat(seen.framing()).isEqualTo(Framing.CHUNKED);
            assertThat(seen.headers().first("Content-Type")).isEmpty();
            assertThat(site.bodies).containsExactly("{}");
        }

        @Test
        void whenTooLong_thenTheAnswerIs431() throws IOException {
            assertThat(plainly("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", false))
                    .startsWith("HTTP/1.1 431 ")
                    .endsWith("\r\nThe header lines of the request are too long.\n");
        }

        @Test
        void whenSentThroughTheTransportAndTooLong_thenTheAnswerIs431() {
            var origin = new Origin(Scheme.HTTPS, new ServerHost("edge.localhost", tls.port()));
            var headers = Headers.of("X", "x".repeat(200_000));
            var result = Sockets.TRANSPORT.exchange(origin, WireRequest.get("/", headers), Timeouts.USUAL);
            assertThat(((Exchange.Replied) result).reply().status()).isEqualTo(431);
        }

        @Test
        void whenFarTooLong_thenTheAnswerIs431WithoutAVersion() throws IOException {
            assertThat(plainly("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(262_200) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ")
                    .endsWith("\r\nThe header lines of the request are too long.\n")
                    .doesNotContainIgnoringCase("jetty");
            assertThat(site.requests).isEmpty();
        }
    }

    @Nested
    class GivenBodies {
        @Test
        void whenChunked_thenTheContentIsPutTogether() throws IOException {
            plainly("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    + "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n");
            assertThat(site.bodies).containsExactly("abcdefg");
            assertThat(site.requests.getFirst().framing()).isEqualTo(Framing.CHUNKED);
        }

        @Test
        void whenThereIsNoContentType_thenNoneIsSeen() throws IOException {
            plainly("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            assertThat(site.bodies).containsExactly("{}");
            assertThat(site.requests.getFirst().headers().first("Content-Type")).isEmpty();
        }

        @Test
        void whenGetHasABody_thenItIsRead() throws IOException {
            plainly("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab");
            assertThat(site.bodies).containsExactly("ab");
        }

        @Test
        void whenCutShort_thenTheReaderIsToldAndNotLeftWithAPart() throws IOException {
            try (var caller = RawCaller.plain(plain.port())) {
                caller.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc")
                        .endOfInput();
                caller.all();
            }
            assertThat(site.bodies.getFirst()).startsWith("broken: ");
        }

        @Test
        void whenChunksAreCutShort_thenTheReaderIsTold() throws IOException {
            try (var caller = RawCaller.plain(plain.port())) {
                caller.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
                        .endOfInput();
                caller.all();
            }
            assertThat(site.bodies.getFirst()).startsWith("broken: ");
        }

        @Test
        void whenSlowerThanAllowed_thenTheReaderIsTold() throws IOException {
            var bounds = new Bounds(1000, Duration.ofMillis(200));
            try (var port = Sockets.open("slow.localhost", Scheme.HTTP, site, bounds);
                    var caller = RawCaller.plain(port.port())) {
                caller.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
                assertThat(caller.head()).startsWith("HTTP/1.1 200 OK\r\n").contains("Connection: close\r\n");
            }
            assertThat(site.bodies).containsExactly("broken: the body of the request did not end within PT0.2S");
        }

        @Test
        void whenItComesInPieces_thenOthersAreServedMeanwhile() throws Exception {
            try (var slow = RawCaller.plain(plain.port());
                    var half = RawCaller.plain(plain.port())) {
                slow.send("POST /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\na");
                half.send("POST /half HTTP/1.1\r\nHo");
                assertThat(plainly("GET /quick HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                        .isEqualTo(FINE_AND_CLOSE);
                slow.send("b").send("cd");
                assertThat(slow.head()).startsWith("HTTP/1.1 200 OK\r\n");
                assertThat(site.bodies).contains("abcd");
            }
        }

        @Test
        void whenContinueIsExpected_thenItIsSentOnlyWhenTheSiteReads() throws IOException {
            try (var caller = RawCaller.plain(plain.port())) {
                caller.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
                assertThat(caller.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                caller.send("abc");
                assertThat(caller.bytes(FINE.length())).isEqualTo(FINE);
            }
            try (var port = Sockets.open("no.localhost", Scheme.HTTP, (r, c) -> WireReply.empty(403));
                    var caller = RawCaller.plain(port.port())) {
                caller.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
                assertThat(caller.all())
                        .isEqualTo("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        }

        @Test
        void whenNotRead_thenASmallOneIsSkippedAndTheConnectionGoesOn() throws IOException {
            try (var port = Sockets.open("skip.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, r.target()));
                    var caller = RawCaller.plain(port.port())) {
                caller.send("POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                        + "GET /2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
                assertThat(caller.all())
                        .contains("\r\n\r\n/1HTTP/1.1 200 OK\r\n")
                        .endsWith("\r\n\r\n/2");
            }
        }

        @Test
        void whenMegabytesAreNotRead_thenTheReplyStillArrives() throws IOException {
            try (var port = Sockets.open("no.localhost", Scheme.HTTP, (r, c) -> WireReply.text(413, "too much"));
                    var caller = RawCaller.plain(port.port())) {
                caller.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
                caller.send(new byte[3_000_000]);
                assertThat(caller.all())
                        .startsWith("HTTP/1.1 413 ")
                        .contains("Connection: close")
                        .endsWith("too much");
            }
        }
    }

    @Nested
    class GivenConnections {
        @Test
        void whenRequestsArePipelined_thenRepliesComeInOrder() throws IOException {
            try (var port = Sockets.open("pipe.localhost", Scheme.HTTP, (r, c) -> WireReply.text(200, r.target()));
                    var caller = RawCaller.plain(port.port())) {
                caller.send(
                        "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nPOST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab"
                                + "GET /3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
                assertThat(caller.all().replaceAll("(?s)HTTP/1.1 200 OK\r\n.*?\r\n\r\n", ""))
                        .isEqualTo("/1/2/3");
            }
        }

        @Test
        void whenKept_thenManyRequestsAreServed() throws IOException {
            try (var caller = RawCaller.tls("edge.localhost", tls.port())) {
                for (var i = 0; i < 20; i++) {
                    caller.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
                    assertThat(caller.bytes(FINE.length())).isEqualTo(FINE);
                }
            }
        }

        @Test
        void whenHttp10_thenTheConnectionEndsWithTheReply() throws IOException {
            assertThat(plainly("GET / HTTP/1.0\r\n\r\n")).isEqualTo(FINE);
        }

        @Test
        void whenHalfARequestIsSentAndTheCallerGoes_thenNothingReachesTheSite() throws IOException {
            try (var caller = RawCaller.plain(plain.port())) {
                caller.send("POST /ocm/shares HTTP/1.1\r\nHost: h\r\nContent-Le")
                        .endOfInput();
                assertThat(caller.all()).doesNotContain("200 OK");
            }
            assertThat(site.requests).isEmpty();
        }

        @Test
        void whenSilent_thenTheConnectionIsClosed() throws IOException {
            try (var impatient = Listeners.start(Sockets.AUTHORITY, Duration.ofMillis(150));
                    var port = impatient.open(
                            0, ServerHost.parse("i.localhost"), Scheme.HTTP, Remembering.ok(), Bounds.USUAL);
                    var caller = RawCaller.plain(port.port())) {
                assertThat(caller.all()).isEmpty();
            }
        }

        @Test
        void whenTheSiteGivesNoAnswer_thenNotAByteIsSent() throws IOException {
            try (var port = Sockets.open("no.localhost", Scheme.HTTP, (r, c) -> new NoAnswer(false));
                    var caller = RawCaller.plain(port.port())) {
                assertThat(caller.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}")
                                .all())
                        .isEmpty();
            }
            try (var port = Sockets.open("no.localhost", Scheme.HTTPS, (r, c) -> new NoAnswer(true));
                    var caller = RawCaller.tls("no.localhost", port.port())) {
                assertThat(caller.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").all())
                        .isEmpty();
            }
        }

        @Test
        void whenManyCallAtOnce_thenAllAreServedWhileSitesBlock() throws Exception {
            var all = new CompletableFuture<Void>();
            var inside = new ArrayList<Integer>();
            try (var port = Sockets.open("many.localhost", Scheme.HTTP, (r, c) -> {
                synchronized (inside) {
                    inside.add(c.port());
                    if (inside.size() == 100) all.complete(null);
                }
                all.join();
                return WireReply.empty(204);
            })) {
                var callers = new ArrayList<RawCaller>();
                for (var i = 0; i < 100; i++)
                    callers.add(RawCaller.plain(port.port()).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
                for (var caller : callers) {
                    assertThat(caller.head()).isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
                    caller.close();
                }
            }
        }
    }

    @Nested
    class GivenGarbage {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\0\1\2\3\4\r\n\r\n",
                    "GET\r\n\r\n",
                    "GET / HTTP/9.9\r\n\r\n",
                    "GET / HTTP/1.1\r\nno colon here\r\nHost: h\r\n\r\n",
                    "GET / HTTP/1.1\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                })
        void whenSent_thenAShortRefusalComesAndNothingReachesTheSite(String bytes) throws IOException {
            assertThat(plainly(bytes)).matches("(?s)HTTP/1.[01] (400|505|431) .*\r\n\r\n[A-Z][^<]*\\.\n");
            assertThat(site.requests).isEmpty();
        }

        @Test
        void whenChunksAreGarbage_thenTheReaderIsTold() throws IOException {
            plainly("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n");
            assertThat(site.bodies).allSatisfy(body -> assertThat(body).startsWith("broken: "));
        }

        @Test
        void whenAMegabyteOfNoise_thenTheServerGoesOn() throws IOException {
            var noise = new byte[1 << 20];
            new java.util.Random(7).nextBytes(noise);
            try (var caller = RawCaller.plain(plain.port())) {
                assertThatNoReplyButARefusal(caller, noise);
            }
            try (var caller = RawCaller.plain(tls.port())) {
                assertThatNoReplyButARefusal(caller, noise);
            }
            assertThat(site.requests).isEmpty();
        }

        private void assertThatNoReplyButARefusal(RawCaller caller, byte[] noise) {
            try {
                assertThat(caller.send(noise).all()).doesNotContain("200 OK");
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*");
            }
        }
    }

    @Nested
    class GivenRedirects {
        @ParameterizedTest
        @ValueSource(ints = {301, 302, 307, 308})
        void whenAPostIsRedirected_thenItIsNotFollowed(int status) {
            var calls = new ArrayList<WireRequest>();
            try (var port = Sockets.open("moved.localhost", Scheme.HTTPS, (r, c) -> {
                calls.add(r);
                return new WireReply(status, Headers.of("Location", "/elsewhere"), Body.NONE, Framing.NONE);
            })) {
                var result = Sockets.TRANSPORT.exchange(
                        Origin.https(new ServerHost("moved.localhost", port.port())),
                        WireRequest.post("/", Headers.NONE, "{}".getBytes()),
                        Timeouts.USUAL);
                assertThat(((Exchange.Replied) result).reply().status()).isEqualTo(status);
                assertThat(calls).hasSize(1);
            }
        }
    }

    @Nested
    class GivenTls {
        @Test
        void whenAnotherAuthorityIsTrusted_thenTheHandshakeFails() {
            assertThatThrownBy(() -> RawCaller.tls("edge.localhost", tls.port(), Sockets.authority()))
                    .isInstanceOf(SSLHandshakeException.class);
        }

        @Test
        void whenAnotherNameIsAsked_thenTheHandshakeFails() {
            assertThatThrownBy(() -> RawCaller.tls("other.localhost", tls.port()))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("other.localhost");
        }

        @Test
        void whenNoNameIsAsked_thenThePortsCertificateIsShown() throws IOException {
            try (var caller = RawCaller.tls("localhost", tls.port())) {
                assertThat(caller.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                                .all())
                        .isEqualTo(FINE_AND_CLOSE);
            }
        }

        @Test
        void whenPlainHttpIsSpokenToATlsPort_thenNoHttpComesBack() throws IOException {
            try (var caller = RawCaller.plain(tls.port())) {
                assertThat(caller.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").all())
                        .doesNotContain("HTTP");
            }
            assertThat(site.requests).isEmpty();
        }

        @Test
        void whenTlsIsSpokenToAPlainPort_thenTheHandshakeFails() {
            assertThatThrownBy(() -> RawCaller.tls("edge.localhost", plain.port()))
                    .isInstanceOf(IOException.class);
            assertThat(site.requests).isEmpty();
        }
    }

    private String plainly(String bytes) throws IOException {
        return plainly(bytes, true);
    }

    private String plainly(String bytes, boolean untilClosed) throws IOException {
        try (var caller = RawCaller.plain(plain.port())) {
            caller.send(bytes);
            if (!untilClosed) caller.endOfInput();
            return caller.all();
        }
    }
}
