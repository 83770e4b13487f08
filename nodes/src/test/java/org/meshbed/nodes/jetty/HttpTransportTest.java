package org.meshbed.nodes.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Reach;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

@Timeout(30)
class HttpTransportTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Timeouts SHORT_REPLY = new Timeouts(Timeouts.USUAL.connect(), SHORT);
    private static final Timeouts SHORT_CONNECT = new Timeouts(SHORT, Timeouts.USUAL.reply());
    private static final String TLS_RECORD = "\u0016\u0003";
    private static final WireRequest GET = WireRequest.get("/", Headers.NONE);

    /** A peer that reads what is sent up to a mark, answers with bytes and closes. */
    private static final class Peer implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        private final CompletableFuture<String> heard = new CompletableFuture<>();

        Peer(String until, String answer) throws IOException {
            Thread.ofVirtual().start(() -> {
                try (var socket = listening.accept()) {
                    heard.complete(hear(socket, until));
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    heard.completeExceptionally(e);
                }
            });
        }

        private static String hear(Socket socket, String until) throws IOException {
            var text = new StringBuilder();
            while (!text.toString().endsWith(until)) {
                var b = socket.getInputStream().read();
                if (b < 0) break;
                text.append((char) b);
            }
            return text.toString();
        }

        Origin origin() {
            return new Origin(Scheme.HTTP, new ServerHost("peer.localhost", listening.getLocalPort()));
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    @Nested
    class GivenAPeerThatShowsTheBytes {
        @Test
        void whenARequestIsSent_thenOnlyHostIsAdded() throws Exception {
            assertThat(bytes(WireRequest.get("/ocm?x=%20", Headers.of("accept", "*/*")), "\r\n\r\n"))
                    .isEqualTo("GET /ocm?x=%20 HTTP/1.1\r\nHost: HOST\r\naccept: */*\r\n\r\n");
        }

        @Test
        void whenTargetsAreOdd_thenTheyAreWrittenAsTheyAre() throws Exception {
            for (var target : List.of(
                    "//shares",
                    "/a%2Fb//c/../d/./e",
                    "/remote.php/dav/%E2%82%AC;x=1?a=b&c=%26",
                    "/a?",
                    "*",
                    "/a|b",
                    "//user@host:1/x")) {
                assertThat(bytes(WireRequest.get(target, Headers.NONE), "\r\n\r\n"))
                        .as(target)
                        .isEqualTo("GET " + target + " HTTP/1.1\r\nHost: HOST\r\n\r\n");
            }
        }

        @Test
        void whenHeadersAreDoubled_thenOrderCaseAndDoublesAreKept() throws Exception {
            var headers = Headers.of(
                    "authorization", "Bearer ", "X-B", "2", "Authorization", "Basic YTpi", "x-a", "", "host", "other");
            assertThat(bytes(WireRequest.get("/", headers), "\r\n\r\n"))
                    .isEqualTo("GET / HTTP/1.1\r\nauthorization: Bearer \r\nX-B: 2\r\nAuthorization: Basic YTpi\r\n"
                            + "x-a: \r\nhost: other\r\n\r\n");
        }

        @Test
        void whenABodyIsSent_thenItsLengthIsTold() throws Exception {
            assertThat(bytes(WireRequest.post("/", Headers.of("Content-Length", "3"), "abc".getBytes()), "abc"))
                    .isEqualTo("POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\r\nabc");
        }

        @Test
        void whenChunkedIsAsked_thenTheBodyIsChunked() throws Exception {
            var request = new WireRequest("POST", "/", Headers.NONE, Body.of("abc"), Framing.CHUNKED);
            assertThat(bytes(request, "0\r\n\r\n"))
                    .isEqualTo("POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "3\r\nabc\r\n0\r\n\r\n");
        }

        @Test
        void whenAPostHasNoBody_thenTheLengthIsZero() throws Exception {
            var request = new WireRequest("POST", "/", Headers.NONE, Body.NONE, Framing.NONE);
            assertThat(bytes(request, "\r\n\r\n"))
                    .isEqualTo("POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n");
        }

        @Test
        void whenContentIsStreamed_thenLengthAndBytesArrive() throws Exception {
            var content = new Body.Stream(Content.of("abcdef".getBytes()));
            var request = new WireRequest("PUT", "/f", Headers.NONE, content, Framing.LENGTH);
            assertThat(bytes(request, "abcdef"))
                    .isEqualTo("PUT /f HTTP/1.1\r\nHost: HOST\r\nContent-Length: 6\r\n\r\nabcdef");
        }

        @Test
        void whenTheMethodIsUnusual_thenItIsWrittenAsItIs() throws Exception {
            var request = new WireRequest("PropFind", "/f", Headers.of("Depth", "1"), Body.NONE, Framing.NONE);
            assertThat(bytes(request, "\r\n\r\n")).startsWith("PropFind /f HTTP/1.1\r\nHost: HOST\r\nDepth: 1\r\n");
        }

        private String bytes(WireRequest request, String until) throws Exception {
            try (var peer = new Peer(until, "HTTP/1.1 204 No Content\r\n\r\n")) {
                var origin = peer.origin();
                var result = Sockets.TRANSPORT.exchange(origin, request, Timeouts.USUAL);
                assertThat(result).as(request.target()).isInstanceOf(Exchange.Replied.class);
                return peer.heard.get().replace(origin.authority(), "HOST");
            }
        }
    }

    @Nested
    class GivenAReply {
        @Test
        void whenItIsARedirect_thenItIsHandedOnAndNotFollowed() throws Exception {
            assertThat(reply(
                            "HTTP/1.1 302 Found\r\nLocation: /login\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\nno"))
                    .satisfies(reply -> {
                        assertThat(reply.status()).isEqualTo(302);
                        assertThat(reply.headers())
                                .isEqualTo(
                                        Headers.of("Location", "/login", "Set-Cookie", "a=b", "Content-Length", "2"));
                        assertThat(reply.bytes()).asString().isEqualTo("no");
                    });
        }

        @Test
        void whenItAsksForAPassword_thenItIsHandedOn() throws Exception {
            assertThat(reply("HTTP/1.1 401 X\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"))
                    .isEqualTo(new WireReply(
                            401,
                            Headers.of("WWW-Authenticate", "Basic realm=x", "Content-Length", "0"),
                            Body.NONE,
                            Framing.LENGTH));
        }

        @Test
        void whenItsHeadersAreDoubled_thenOrderAndDoublesAreKept() throws Exception {
            assertThat(reply("HTTP/1.1 200 OK\r\nX-b: 1\r\nSet-Cookie: c=d\r\nX-a: 2\r\nx-b: 3\r\nSet-Cookie: a=b\r\n"
                                    + "Content-Length: 1\r\n\r\na")
                            .headers())
                    .isEqualTo(Headers.of(
                            "X-b",
                            "1",
                            "Set-Cookie",
                            "c=d",
                            "X-a",
                            "2",
                            "x-b",
                            "3",
                            "Set-Cookie",
                            "a=b",
                            "Content-Length",
                            "1"));
        }

        @Test
        void whenItIsCompressed_thenItIsNotDecoded() throws Exception {
            assertThat(reply("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
                            .bytes())
                    .asString()
                    .isEqualTo("abc");
        }

        @Test
        void whenItIsChunkedJson_thenItIsHeldWhole() throws Exception {
            var reply = reply("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "2\r\n{}\r\n0\r\n\r\n");
            assertThat(reply.bytes()).asString().isEqualTo("{}");
            assertThat(reply.framing()).isEqualTo(Framing.CHUNKED);
        }

        @Test
        void whenItIsAFileOfUnknownLength_thenItIsAStream() throws Exception {
            var reply = reply("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npicture");
            assertThat(reply.body()).isInstanceOf(Body.Stream.class);
            assertThat(Sockets.read(reply.body())).isEqualTo("picture");
            assertThat(Sockets.read(reply.body())).startsWith("broken: ");
        }

        @Test
        void whenItIsCutShort_thenItMayHaveHappened() throws Exception {
            assertThat(result("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"))
                    .isInstanceOfSatisfying(
                            Exchange.Reset.class,
                            reset -> assertThat(reset.afterSending()).isTrue());
        }

        @Test
        void whenItIsGarbage_thenItMayHaveHappened() throws Exception {
            assertThat(result("\0\1\2 what is this\r\n\r\n")).isInstanceOf(Exchange.Reset.class);
        }

        @Test
        void whenItComesAfterAnInterimReply_thenTheLastOneCounts() throws Exception {
            assertThat(reply(
                                    "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na")
                            .status())
                    .isEqualTo(200);
        }

        private WireReply reply(String bytes) throws Exception {
            return ((Exchange.Replied) result(bytes)).reply();
        }

        private Exchange result(String bytes) throws Exception {
            try (var peer = new Peer("\r\n\r\n", bytes)) {
                return Sockets.TRANSPORT.exchange(peer.origin(), GET, Timeouts.USUAL);
            }
        }
    }

    @Nested
    class GivenAPeerThatFails {
        @Test
        void whenNobodyListens_thenRefused() throws Exception {
            int port;
            try (var gone = new ServerSocket(0)) {
                port = gone.getLocalPort();
            }
            var origin = Origin.https(new ServerHost("gone.localhost", port));
            assertThat(Sockets.TRANSPORT.exchange(origin, GET, Timeouts.USUAL))
                    .isEqualTo(new Exchange.Refused("nobody listens at https://gone.localhost:" + port));
        }

        @Test
        void whenTheNameIsUnknown_thenRefused() {
            var origin = Origin.https(new ServerHost("no-such-name.invalid", 443));
            assertThat(Sockets.TRANSPORT.exchange(origin, GET, Timeouts.USUAL))
                    .isEqualTo(new Exchange.Refused("no address is known for no-such-name.invalid"));
        }

        @Test
        void whenItClosesWithoutAWord_thenItMayHaveHappened() throws Exception {
            try (var peer = new Peer("\r\n\r\n", "")) {
                assertThat(Sockets.TRANSPORT.exchange(peer.origin(), GET, Timeouts.USUAL))
                        .isEqualTo(new Exchange.Reset(true, peer.origin() + " closed the connection"));
            }
        }

        @Test
        void whenItNeverAnswers_thenItTimesOutAfterSending() throws Exception {
            try (var peer = new Peer("this never comes", "")) {
                assertThat(Sockets.TRANSPORT.exchange(peer.origin(), GET, SHORT_REPLY))
                        .isEqualTo(new Exchange.TimedOut(true, "no answer from " + peer.origin()));
            }
        }

        @Test
        void whenItNeverShakesHands_thenItTimesOutBeforeSending() throws Exception {
            try (var peer = new Peer("this never comes", "")) {
                var tls = Origin.https(peer.origin().host());
                assertThat(Sockets.TRANSPORT.exchange(tls, GET, SHORT_CONNECT))
                        .isEqualTo(new Exchange.TimedOut(false, "no connection to " + tls));
            }
        }

        @Test
        void whenItClosesInTheHandshake_thenItDidNotHappen() throws Exception {
            try (var peer = new Peer(TLS_RECORD, "")) {
                var tls = Origin.https(peer.origin().host());
                assertThat(Sockets.TRANSPORT.exchange(tls, GET, Timeouts.USUAL))
                        .isInstanceOfSatisfying(
                                Exchange.Reset.class,
                                reset -> assertThat(reset.afterSending()).isFalse());
            }
        }

        @Test
        void whenItSpeaksPlainHttpOnATlsPort_thenTlsFails() throws Exception {
            try (var peer = new Peer(TLS_RECORD, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
                assertThat(Sockets.TRANSPORT.exchange(Origin.https(peer.origin().host()), GET, Timeouts.USUAL))
                        .isInstanceOf(Exchange.TlsFailed.class);
            }
        }

        @Test
        void whenTheTargetCannotBeWritten_thenItDidNotHappen() throws Exception {
            try (var peer = new Peer("\r\n\r\n", "")) {
                assertThat(Sockets.TRANSPORT.exchange(
                                peer.origin(), WireRequest.get("/%zz", Headers.NONE), Timeouts.USUAL))
                        .isInstanceOfSatisfying(
                                Exchange.Reset.class,
                                reset -> assertThat(reset.afterSending()).isFalse());
            }
        }

        @Test
        void whenTheContentToSendBreaks_thenThePeerNeverSeesItsEnd() throws Exception {
            try (var peer = new Peer("this never comes", "")) {
                var request = new WireRequest("PUT", "/", Headers.NONE, new Body.Stream(breaking()), Framing.CHUNKED);
                assertThat(Sockets.TRANSPORT.exchange(peer.origin(), request, Timeouts.USUAL))
                        .isInstanceOf(Exchange.Reset.class);
                assertThat(peer.heard.get()).doesNotContain("0\r\n\r\n");
            }
        }

        private Content breaking() {
            return new Content() {
                @Override
                public long length() {
                    return UNKNOWN_LENGTH;
                }

                @Override
                public InputStream open() {
                    return new java.io.SequenceInputStream(
                            new ByteArrayInputStream("start".getBytes()), new InputStream() {
                                @Override
                                public int read() throws IOException {
                                    throw new IOException("the disk is gone");
                                }
                            });
                }
            };
        }
    }

    @Nested
    class GivenAServerOfOurs {
        @Test
        void whenAnotherAuthoritySigned_thenTlsFails() {
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, ok());
                    var stranger = HttpTransport.start(
                            List.of(Sockets.authority().caCertificate()), name -> Optional.empty())) {
                assertThat(stranger.exchange(https("a.localhost", port), GET, Timeouts.USUAL))
                        .isInstanceOf(Exchange.TlsFailed.class);
            }
        }

        @Test
        void whenCalledByAnotherName_thenTlsFails() {
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, ok())) {
                assertThat(Sockets.TRANSPORT.exchange(https("b.localhost", port), GET, Timeouts.USUAL))
                        .isInstanceOfSatisfying(
                                Exchange.TlsFailed.class,
                                failed -> assertThat(failed.why()).contains("b.localhost"));
            }
        }

        @Test
        void whenCalledByLocalhostOrAddress_thenTheCertificateHolds() {
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, ok())) {
                for (var name : List.of("a.localhost", "localhost", "127.0.0.1"))
                    assertThat(Sockets.TRANSPORT.exchange(https(name, port), GET, Timeouts.USUAL))
                            .isInstanceOf(Exchange.Replied.class);
            }
        }

        @Test
        void whenConnectionsAreClosed_thenNothingIsRememberedOfThem() {
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, ok());
                    var transport =
                            HttpTransport.start(List.of(Sockets.AUTHORITY.caCertificate()), _ -> Optional.empty())) {
                for (var name : List.of("a.localhost", "b.localhost"))
                    assertThat(transport.exchange(https(name, port), GET, Timeouts.USUAL))
                            .isInstanceOf(name.startsWith("a") ? Exchange.Replied.class : Exchange.TlsFailed.class);
                // Closing goes on behind our back; the time limit of this class is the one of this loop.
                while (transport.handshakes() > 0) Thread.onSpinWait();
                assertThat(transport.handshakes()).isZero();
            }
        }

        @Test
        void whenTheNameIsGiven_thenItIsFoundAndChecked() throws Exception {
            var loopback = InetAddress.getByName("127.0.0.1");
            try (var port = Sockets.open("cloud.example.org", Scheme.HTTPS, ok());
                    var transport = HttpTransport.start(
                            List.of(Sockets.AUTHORITY.caCertificate()),
                            name -> name.equals("cloud.example.org") ? Optional.of(loopback) : Optional.empty())) {
                assertThat(transport.exchange(https("cloud.example.org", port), GET, Timeouts.USUAL))
                        .isInstanceOf(Exchange.Replied.class);
            }
        }

        @Test
        void whenTheNameLeadsElsewhereTheSecondTime_thenNothingIsConnectedToButWhatWasLookedAt() throws Exception {
            var looks = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2", "127.0.0.1"));
            Reach onlyTheFirst = address -> address.getHostAddress().equals("127.0.0.1")
                    ? Optional.empty()
                    : Optional.of(address.getHostAddress() + " is not meant");
            try (var port = Sockets.open("cloud.example.org", Scheme.HTTPS, ok());
                    var transport = HttpTransport.start(
                            List.of(Sockets.AUTHORITY.caCertificate()),
                            _ -> Optional.of(InetAddress.ofLiteral(looks.removeFirst())))) {
                var there = https("cloud.example.org", port);
                var timeouts = Timeouts.USUAL.within(onlyTheFirst);
                assertThat(transport.exchange(there, GET, timeouts)).isInstanceOf(Exchange.Replied.class);
                assertThat(transport.exchange(there, GET, timeouts))
                        .isEqualTo(new Exchange.Refused("127.0.0.2 is not meant"));
                assertThat(transport.exchange(there, GET, timeouts)).isInstanceOf(Exchange.Replied.class);
                assertThat(looks).isEmpty();
            }
        }

        @Test
        void whenNoAddressIsKnown_thenThatIsSaid() {
            var nowhere = Origin.https(new ServerHost("nowhere.invalid", 443));
            assertThat(Sockets.TRANSPORT.exchange(nowhere, GET, Timeouts.USUAL.within(_ -> Optional.empty())))
                    .isEqualTo(new Exchange.Refused("no address is known for nowhere.invalid"));
        }

        @Test
        void whenReused_thenOneConnectionServesAllAndItsPortIsKnown() {
            var callers = new ArrayList<Integer>();
            var sent = new ArrayList<Integer>();
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, (r, c) -> {
                callers.add(c.port());
                return WireReply.text(200, "x");
            })) {
                var host = new ServerHost("a.localhost", port.port());
                Sockets.TRANSPORT.reuse(host);
                for (var i = 0; i < 5; i++)
                    Sockets.TRANSPORT.exchange(Origin.https(host), GET, Timeouts.USUAL, sent::add);
                Sockets.TRANSPORT.forget(host);
                assertThat(sent).hasSize(5).isEqualTo(callers);
                assertThat(sent.stream().distinct()).hasSize(1);
            }
        }

        @Test
        void whenNotReused_thenEachExchangeHasAConnectionOfItsOwn() {
            var callers = new ArrayList<Integer>();
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, (r, c) -> {
                callers.add(c.port());
                return WireReply.text(200, "x");
            })) {
                for (var i = 0; i < 3; i++) Sockets.TRANSPORT.exchange(https("a.localhost", port), GET, Timeouts.USUAL);
                assertThat(callers.stream().distinct()).hasSize(3);
            }
        }

        @Test
        void whenItStopsAndIsForgotten_thenTheNextExchangeIsRefusedNotReset() {
            for (var round = 0; round < 20; round++) {
                var port = Sockets.open("a.localhost", Scheme.HTTPS, ok());
                var host = new ServerHost("a.localhost", port.port());
                Sockets.TRANSPORT.reuse(host);
                assertThat(Sockets.TRANSPORT.exchange(Origin.https(host), GET, Timeouts.USUAL))
                        .isInstanceOf(Exchange.Replied.class);
                port.close();
                Sockets.TRANSPORT.forget(host);
                assertThat(Sockets.TRANSPORT.exchange(Origin.https(host), GET, Timeouts.USUAL))
                        .isInstanceOf(Exchange.Refused.class);
            }
        }

        @Test
        void whenItKeepsSilence_thenTheCallerWaitsInVain() {
            var patience = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200));
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, (r, c) -> NoAnswer.silence(true))) {
                assertThat(Sockets.TRANSPORT.exchange(https("a.localhost", port), GET, patience))
                        .isInstanceOfSatisfying(
                                Exchange.TimedOut.class,
                                late -> assertThat(late.afterSending()).isTrue());
            }
        }

        @Test
        void whenItGivesNoAnswer_thenItMayHaveHappened() {
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, (r, c) -> new NoAnswer(true))) {
                assertThat(Sockets.TRANSPORT.exchange(https("a.localhost", port), GET, Timeouts.USUAL))
                        .isInstanceOfSatisfying(
                                Exchange.Reset.class,
                                reset -> assertThat(reset.afterSending()).isTrue());
            }
        }

        @Test
        void whenItAnswersHead_thenTheLengthIsKnownAndNoBodyComes() {
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, (r, c) -> WireReply.text(200, "12345"))) {
                var head = new WireRequest("HEAD", "/", Headers.NONE, Body.NONE, Framing.NONE);
                var reply = ((Exchange.Replied)
                                Sockets.TRANSPORT.exchange(https("a.localhost", port), head, Timeouts.USUAL))
                        .reply();
                assertThat(reply.headers().first("Content-Length")).contains("5");
                assertThat(reply.body()).isEqualTo(Body.NONE);
            }
        }

        @Test
        void whenMegabytesGoBothWays_thenTheyArriveWhole() throws Exception {
            var bytes = new byte[20 << 20];
            for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 + (i >> 12));
            Site echo = (r, c) -> new WireReply(200, Headers.NONE, Body.of(whole(r.body())), Framing.LENGTH);
            try (var port = Sockets.open("a.localhost", Scheme.HTTPS, echo)) {
                var put =
                        new WireRequest("PUT", "/", Headers.NONE, new Body.Stream(Content.of(bytes)), Framing.CHUNKED);
                var reply = ((Exchange.Replied)
                                Sockets.TRANSPORT.exchange(https("a.localhost", port), put, Timeouts.USUAL))
                        .reply();
                assertThat(whole(reply.body())).isEqualTo(bytes);
            }
        }

        private static byte[] whole(Body body) {
            try (var stream = ((Body.Stream) body).content().open()) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static Site ok() {
            return (r, c) -> WireReply.text(200, "fine");
        }

        private static Origin https(String name, Listening port) {
            return Origin.https(new ServerHost(name, port.port()));
        }
    }
}
