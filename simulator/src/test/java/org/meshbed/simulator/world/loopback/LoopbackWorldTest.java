package org.meshbed.simulator.world.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.PortInUse;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.port.Secrets;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.LinesRecorder;
import org.meshbed.simulator.Plot;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.time.BrokenTask;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;

@Timeout(30)
final class LoopbackWorldTest {
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** How nodes answer in the test at hand. */
    private volatile BiFunction<OcmNode, WireRequest, WireAnswer> serving = (node, request) ->
            WireReply.text(200, "hello from " + node.settings().name());

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final LoopbackWorld world = new LoopbackWorld(
            LoopbackPlan.stepping(OptionalLong.of(7)).with((node, request) -> serving.apply(node, request)),
            LinesRecorder::new);
    private final NodeSlot alpha = world.add(Plot.node("alpha"));
    private final NodeSlot beta = world.add(Plot.node("beta"));
    private final Origin toBeta = Origin.https(beta.host());
    private final Instant began = world.time().now();

    private List<String> lines() {
        return ((LinesRecorder) world.recorder()).lines();
    }

    private Exchange send(WireRequest request) {
        return send(toBeta, request);
    }

    private Exchange send(Origin to, WireRequest request) {
        return world.perform("sends", () -> alpha.node().ports().transport().exchange(to, request, TIMEOUTS));
    }

    private static WireRequest get(String target) {
        return WireRequest.get(target, Headers.NONE);
    }

    private Duration passed() {
        return Duration.between(began, world.time().now());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Nested
    class GivenBothNodesAreUp {
        @Test
        void whenARequestIsSent_thenItIsAnsweredAndRecordedOnce() {
            assertThat(send(get("/hello")))
                    .isInstanceOfSatisfying(
                            Exchange.Replied.class,
                            replied -> assertThat(replied.reply().bytes())
                                    .asString()
                                    .isEqualTo("hello from beta"));
            assertThat(lines()).containsExactly("1 alpha -> beta GET /hello", "1 answered 200");
        }

        @Test
        void whenSeen_thenHostsAreNamesBelowLocalhostWithPorts() {
            assertThat(alpha.host().name()).isEqualTo("alpha.localhost");
            assertThat(beta.host().port())
                    .isBetween(10_000, 32_000)
                    .isNotEqualTo(alpha.host().port());
            assertThat(world.nodes()).containsExactly(alpha, beta);
        }

        @Test
        void whenTheNodeCallsSomebodyWhileItAnswers_thenThatHappenedInsideOfTheExchange() {
            serving = (node, request) -> {
                if (request.target().equals("/back")) return WireReply.empty(204);
                var result = node.ports().transport().exchange(Origin.https(alpha.host()), get("/back"), TIMEOUTS);
                return WireReply.text(200, result.words());
            };
            send(get("/hello"));
            assertThat(lines())
                    .containsExactly(
                            "1 alpha -> beta GET /hello",
                            "2 beta -> alpha GET /back inside 1",
                            "2 answered 204",
                            "1 answered 200");
        }

        @Test
        void whenTheNodeIsSlow_thenTheClockStepsAndTheCallerGoesOnAndTheNodeToo() {
            serving = (node, request) -> {
                node.ports().time().pause(Duration.ofSeconds(30));
                happened.add("done");
                return WireReply.empty(201);
            };
            assertThat(send(get("/slow"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(happened).isEmpty();
            assertThat(passed()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
            world.settle(Duration.ofMinutes(1));
            assertThat(happened).containsExactly("done");
        }

        @Test
        void whenTheNodeIsSlowerThanASocketButFasterThanPatience_thenItIsAnswered() {
            serving = (node, request) -> {
                node.ports().time().pause(Duration.ofSeconds(19));
                return WireReply.empty(201);
            };
            assertThat(send(get("/slow"))).isInstanceOf(Exchange.Replied.class);
            assertThat(passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(19));
        }

        @Test
        void whenTheNodeGivesNoAnswer_thenTheConnectionBreaks() {
            serving = (node, request) -> new NoAnswer(true);
            assertThat(send(get("/hello")))
                    .isInstanceOfSatisfying(
                            Exchange.Reset.class,
                            reset -> assertThat(reset.afterSending()).isTrue());
        }

        @Test
        void whenTheNodesCodeBreaks_thenTheCallerSeesItAndTheRunIsBroken() {
            serving = (node, request) -> {
                throw new IllegalStateException("a bug of ours");
            };
            assertThatThrownBy(() -> send(get("/hello")))
                    .isInstanceOf(BrokenTask.class)
                    .hasMessageContaining("'beta answers GET /hello'")
                    .hasMessageContaining("a bug of ours");
            assertThat(lines()).last().asString().startsWith("1 broke the connection");
        }

        @Test
        void whenContentIsStreamedBothWays_thenItArrives() {
            serving = (node, request) -> new WireReply(
                    200, Headers.NONE, new Body.Stream(Content.of(bytes(request.body()))), Framing.CHUNKED);
            var content = new byte[3 << 20];
            content[content.length - 1] = 7;
            var request =
                    new WireRequest("PUT", "/f", Headers.NONE, new Body.Stream(Content.of(content)), Framing.LENGTH);
            var got = world.perform(
                    "sends",
                    () -> bytes(
                            ((Exchange.Replied) alpha.node().ports().transport().exchange(toBeta, request, TIMEOUTS))
                                    .reply()
                                    .body()));
            assertThat(got).isEqualTo(content);
        }

        @Test
        void whenAsked_thenThePartyHearsWhatItsOwnActionThrew() {
            assertThatThrownBy(() -> world.perform("fails", () -> {
                        throw new IOException("checked");
                    }))
                    .hasRootCauseMessage("checked");
            assertThatThrownBy(() -> world.perform("fails", () -> {
                        throw new AssertionError("an error");
                    }))
                    .isInstanceOf(AssertionError.class);
        }

        @Test
        void whenManyActAtOnce_thenAllAreInsideTogetherAndAnswersComeInOrder() {
            var all = new CompletableFuture<Void>();
            var inside = new java.util.concurrent.atomic.AtomicInteger();
            serving = (node, request) -> {
                if (inside.incrementAndGet() == 20) all.complete(null);
                all.join();
                return WireReply.text(200, request.target());
            };
            var actions = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(i ->
                            () -> body(alpha.node().ports().transport().exchange(toBeta, get("/" + i), TIMEOUTS)))
                    .toList();
            assertThat(world.atOnce(actions))
                    .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "/" + i).toList());
        }

        @Test
        void whenNested_thenAPerformanceRunsWithinTheOther() {
            assertThat(world.perform("outer", () -> world.perform("inner", () -> "inside")))
                    .isEqualTo("inside");
        }
    }

    @Nested
    class GivenACallerThatIsNoneOfOurs {
        @Test
        void whenItCalls_thenTheExchangeIsRecordedWhereItIsServed() throws Exception {
            serving = (node, request) -> {
                node.ports().witness().decided("share", "refused", "unknown sender");
                return WireReply.text(403, new String(bytes(request.body())));
            };
            var reply = stranger(
                    "POST /ocm/shares HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n" + "Connection: close\r\n\r\n{}");
            assertThat(reply).startsWith("HTTP/1.1 403 Forbidden\r\n").endsWith("{}");
            assertThat(lines())
                    .containsExactly(
                            "1 foreign:127.0.0.1 -> beta POST /ocm/shares",
                            "beta#1 Decision[what=share, outcome=refused, why=unknown sender]",
                            "1 answered 403");
        }

        @Test
        void whenItGetsNoAnswer_thenThatIsRecorded() throws Exception {
            serving = (node, request) -> new NoAnswer(false);
            assertThat(stranger("GET / HTTP/1.1\r\nHost: h\r\n\r\n")).isEmpty();
            assertThat(lines()).last().asString().startsWith("1 broke the connection (beta closed");
        }

        @Test
        void whenTheNodeIsStopped_thenItRefuses() {
            beta.stop();
            assertThatThrownBy(() -> stranger("GET / HTTP/1.1\r\nHost: h\r\n\r\n"))
                    .isInstanceOf(java.net.ConnectException.class);
        }

        private String stranger(String bytes) throws Exception {
            var name = beta.host().name();
            var socket = new java.net.Socket("127.0.0.1", beta.host().port());
            try (var tls = (javax.net.ssl.SSLSocket) context()
                    .getSocketFactory()
                    .createSocket(socket, name, beta.host().port(), true)) {
                tls.getOutputStream().write(bytes.getBytes());
                tls.getOutputStream().flush();
                return new String(tls.getInputStream().readAllBytes());
            }
        }

        private javax.net.ssl.SSLContext context() throws Exception {
            var factory = java.security.cert.CertificateFactory.getInstance("X.509");
            var store = java.security.KeyStore.getInstance(java.security.KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "run",
                    factory.generateCertificate(new java.io.ByteArrayInputStream(
                            LoopbackWorld.caPem().getBytes())));
            var trust = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = javax.net.ssl.SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    @Nested
    class GivenAForeignServer {
        @Test
        void whenItIsCalledAndCalls_thenBothAreRecordedUnderItsName() {
            var foreign = world.addForeign("gamma", (request, caller) -> WireReply.text(200, "from afar"));
            assertThat(body(send(foreign.origin(), get("/a")))).isEqualTo("from afar");
            assertThat(body(foreign.send(toBeta, get("/b")))).isEqualTo("hello from beta");
            foreign.stop();
            assertThat(send(foreign.origin(), get("/c"))).isInstanceOf(Exchange.Refused.class);
            assertThat(lines())
                    .contains("1 alpha -> foreign:gamma GET /a", "1 answered 200", "2 foreign:gamma -> beta GET /b");
        }
    }

    @Nested
    class GivenNobodyListens {
        @Test
        void whenTheNodeIsStopped_thenItRefusesAndStartsAgainAtItsPort() {
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
            beta.stop();
            beta.stop();
            assertThat(beta.running()).isFalse();
            assertThat(send(get("/"))).isEqualTo(new Exchange.Refused("nobody listens at " + toBeta));
            beta.start();
            beta.start();
            assertThat(beta.incarnation()).isEqualTo(2);
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
            assertThat(lines()).contains("beta stops", "beta starts");
        }

        @Test
        void whenStoppedManyTimesAfterTraffic_thenTheNextExchangeIsNeverReset() {
            for (var round = 0; round < 15; round++) {
                assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
                beta.stop();
                assertThat(send(get("/"))).isInstanceOf(Exchange.Refused.class);
                beta.start();
            }
        }

        @Test
        void whenTheNameIsNoneOfOurs_thenItIsRefusedUnderItsAuthority() {
            assertThat(send(Origin.https(new ServerHost("nobody.localhost", 1)), get("/")))
                    .isInstanceOf(Exchange.Refused.class);
            assertThat(lines()).startsWith("1 alpha -> nobody.localhost:1 GET /");
        }

        @Test
        void whenTheSchemeIsWrong_thenTlsFailsOrTheConnectionBreaks() {
            var plain = world.add(Plot.node("plain", Scheme.HTTP));
            assertThat(send(new Origin(Scheme.HTTPS, plain.host()), get("/"))).isInstanceOf(Exchange.TlsFailed.class);
            assertThat(send(new Origin(Scheme.HTTP, beta.host()), get("/"))).isInstanceOf(Exchange.Reset.class);
            assertThat(send(new Origin(Scheme.HTTP, plain.host()), get("/"))).isInstanceOf(Exchange.Replied.class);
        }

        @Test
        void whenThePortIsTaken_thenTheErrorNamesNodeAndPort() {
            var usual = Plot.node("gamma");
            var taken = new NodePlan(
                    "gamma",
                    usual.profile(),
                    usual.people(),
                    usual.groups(),
                    Scheme.HTTPS,
                    OptionalInt.of(beta.host().port()),
                    Optional.empty());
            assertThatThrownBy(() -> world.add(taken))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("gamma.localhost")
                    .hasMessageContaining(":" + beta.host().port());
        }
    }

    @Nested
    class GivenABrokenLink {
        private void countEffects() {
            serving = (node, request) -> {
                happened.add(request.target());
                return WireReply.empty(201);
            };
        }

        @Test
        void whenItIsCut_thenNothingIsSentAndTheCallerWaitsForAConnection() {
            countEffects();
            world.network().cut("beta", "alpha");
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(false, "no connection within PT5S"));
            assertThat(passed()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
            world.network().heal("alpha", "beta");
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
            assertThat(happened).hasSize(1);
            assertThat(lines())
                    .contains("1 did not answer in time (no connection within PT5S); it did not happen [link cut]");
        }

        @Test
        void whenARequestIsLost_thenItHasNoEffectAndTheCallerCannotTell() {
            countEffects();
            world.network().loseNextRequest("alpha", "beta");
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(happened).isEmpty();
            assertThat(lines()).last().asString().endsWith("[request lost]");
        }

        @Test
        void whenAReplyIsLost_thenTheRequestHadItsEffectAndTheCallerCannotTell() {
            countEffects();
            world.network().loseNextReply("alpha", "beta");
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(happened).hasSize(1);
            assertThat(lines()).last().asString().endsWith("[reply lost]");
        }

        @Test
        void whenARequestArrivesTwice_thenItHasTwoEffectsAndOneReply() {
            countEffects();
            world.network().doubleNextRequest("alpha", "beta");
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
            world.await(() -> happened.size() == 2, Duration.ofMinutes(1));
            assertThat(happened).hasSize(2);
            assertThat(lines()).contains("1 answered 201 [request delivered twice]");
        }

        @Test
        void whenItIsCutBeforeTheReply_thenTheCallerCannotTell() {
            serving = (node, request) -> {
                world.network().cut("alpha", "beta");
                return WireReply.empty(201);
            };
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(lines()).last().asString().endsWith("[link cut before the reply]");
        }

        @Test
        void whenItIsCutInTheMiddleOfContent_thenItBreaksForTheReader() {
            serving = (node, request) ->
                    new WireReply(200, Headers.NONE, new Body.Stream(Content.of(new byte[8 << 20])), Framing.LENGTH);
            assertThatThrownBy(() -> world.perform("reads", () -> {
                        var reply = ((Exchange.Replied)
                                        alpha.node().ports().transport().exchange(toBeta, get("/f"), TIMEOUTS))
                                .reply();
                        try (var in = ((Body.Stream) reply.body()).content().open()) {
                            in.readNBytes(100_000);
                            world.network().cut("alpha", "beta");
                            return in.readAllBytes().length;
                        }
                    }))
                    .hasRootCauseMessage("the link was cut in the middle of the content");
        }
    }

    @Nested
    class GivenTheClock {
        @Test
        void whenATaskRetriesForADay_thenItCostsNoTime() {
            var tries = new ArrayList<Duration>();
            alpha.node().ports().tasks().start("retry", () -> {
                for (var i = 0; i < 24; i++) {
                    alpha.node().ports().time().pause(Duration.ofHours(1));
                    tries.add(passed());
                }
            });
            world.settle(Duration.ofDays(2));
            assertThat(tries).hasSize(24);
            assertThat(passed()).isBetween(Duration.ofHours(24), Duration.ofHours(25));
        }

        @Test
        void whenTimersAreBeyondTheTimeGiven_thenTheyAreNotJumpedTo() {
            alpha.node().ports().tasks().start("later", () -> {
                alpha.node().ports().time().pause(Duration.ofHours(2));
                happened.add("later");
            });
            assertThat(world.await(() -> !happened.isEmpty(), Duration.ofHours(1)))
                    .isFalse();
            assertThat(world.await(() -> !happened.isEmpty(), Duration.ofHours(3)))
                    .isTrue();
        }

        @Test
        void whenAdvanced_thenTimersFireOnTheWayInOrder() {
            for (var hours : List.of(3, 1, 2))
                alpha.node().ports().tasks().start("t" + hours, () -> {
                    alpha.node().ports().time().pause(Duration.ofHours(hours));
                    happened.add(hours + "h");
                });
            world.advance(Duration.ofMinutes(150));
            assertThat(happened).containsExactly("1h", "2h");
            assertThat(passed()).isBetween(Duration.ofMinutes(150), Duration.ofMinutes(151));
            world.time().pause(Duration.ofHours(1));
            assertThat(happened).containsExactly("1h", "2h", "3h");
            assertThat(lines()).contains("clock moved by PT2H30M", "clock moved by PT1H");
        }

        @Test
        void whenATaskAdvances_thenItPausesItself() {
            world.perform("waits", () -> {
                world.advance(Duration.ofMinutes(5));
                world.time().pause(Duration.ofMinutes(5));
                return true;
            });
            assertThat(passed()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        }
    }

    @Nested
    class GivenACrash {
        @Test
        void whenTheNodeStopsWhileItAnswers_thenItsCallerSeesTheConnectionBreak() {
            serving = (node, request) -> {
                beta.stop();
                node.ports().time().now();
                return WireReply.empty(201);
            };
            assertThat(send(get("/")))
                    .isInstanceOfSatisfying(
                            Exchange.Reset.class,
                            reset -> assertThat(reset.afterSending()).isTrue());
        }

        @Test
        void whenTheNodeStops_thenItsWaitingTasksEndAtOnceAndItsPortsRefuse() {
            var ports = alpha.node().ports();
            ports.tasks().start("waits", () -> {
                try {
                    ports.time().pause(Duration.ofDays(400));
                } finally {
                    happened.add("ended");
                }
            });
            alpha.stop();
            world.settle(Duration.ofSeconds(1));
            assertThat(happened).containsExactly("ended");
            assertThatThrownBy(() -> ports.time().now()).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> ports.store().rows("t")).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> ports.store().blobs().keep(Content.of(new byte[1])))
                    .isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> ports.secrets().text(Secrets.Purpose.SHARE_ID, 5))
                    .isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> ports.chance().below("luck", 5)).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> ports.tasks().start("x", () -> {})).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> ports.transport().exchange(toBeta, get("/"), TIMEOUTS))
                    .isInstanceOf(NodeStopped.class);
        }

        @Test
        void whenACallerStopsWhileItWaits_thenItsExchangeIsRecordedAsBroken() {
            serving = (node, request) -> {
                alpha.stop();
                node.ports().time().pause(Duration.ofSeconds(1));
                return WireReply.empty(201);
            };
            assertThatThrownBy(() -> send(get("/"))).isInstanceOf(NodeStopped.class);
            world.settle(Duration.ofSeconds(5));
            assertThat(lines())
                    .contains("1 broke the connection (alpha stopped while it waited); it may have happened");
        }

        @Test
        void whenStartedAgain_thenItHasWhatItStored() throws IOException {
            var store = alpha.node().ports().store();
            store.put("t", "k", new byte[] {1});
            var blob = store.blobs().keep(Content.of(new byte[] {2}));
            alpha.stop();
            alpha.start();
            var again = alpha.node().ports().store();
            assertThat(again.get("t", "k")).contains(new byte[] {1});
            assertThat(again.rows("t")).hasSize(1);
            assertThat(again.replace("t", "k", Optional.empty(), Optional.of(new byte[0])))
                    .isFalse();
            try (var in = again.blobs().open(blob).open()) {
                assertThat(in.readAllBytes()).containsExactly(2);
            }
            again.blobs().drop(blob);
            again.remove("t", "k");
            assertThat(again.get("t", "k")).isEmpty();
        }

        @Test
        void whenATaskIsCancelled_thenItEndsAtItsNextPortCall() {
            var ports = alpha.node().ports();
            var task = ports.tasks().start("turns", () -> {
                while (true) ports.time().now();
            });
            task.cancel();
            world.settle(Duration.ofSeconds(1));
            assertThat(world.await(() -> true, Duration.ZERO)).isTrue();
        }

        @Test
        void whenATaskBreaks_thenTheNextDriverHearsOfIt() {
            alpha.node().ports().tasks().start("bad", () -> {
                throw new IllegalStateException("a bug of ours");
            });
            assertThatThrownBy(() -> {
                        world.settle(Duration.ofSeconds(1));
                        world.settle(Duration.ofSeconds(1));
                    })
                    .isInstanceOf(BrokenTask.class)
                    .hasMessageContaining("'bad' of alpha")
                    .hasMessageContaining("a bug of ours");
        }
    }

    @Nested
    class GivenASeed {
        @Test
        void whenSecretsAreDrawn_thenTheyAreTheSameForItAndTold() {
            var one = alpha.node().ports().secrets().text(Secrets.Purpose.SHARED_SECRET, 20);
            try (var other = new LoopbackWorld(LoopbackPlan.stepping(OptionalLong.of(7)), LinesRecorder::new)) {
                var again = other.add(Plot.node("alpha")).node().ports();
                assertThat(again.secrets().text(Secrets.Purpose.SHARED_SECRET, 20))
                        .isEqualTo(one);
                assertThat(again.chance().below("luck", 10)).isBetween(0, 9);
            }
            assertThat(lines()).contains("a secret of 20 characters");
        }

        @Test
        void whenThereIsNone_thenSecretsDiffer() {
            try (var other = new LoopbackWorld(LoopbackPlan.inRealTime(), LinesRecorder::new)) {
                var ports = other.add(Plot.node("alpha")).node().ports();
                assertThat(ports.secrets().text(Secrets.Purpose.SHARED_SECRET, 20))
                        .hasSize(20)
                        .isNotEqualTo(ports.secrets().text(Secrets.Purpose.SHARED_SECRET, 20));
                assertThat(ports.chance().below("luck", 3)).isBetween(0, 2);
            }
        }
    }

    @Nested
    class GivenRealTime {
        @Test
        void whenNobodyMovesTheClock_thenItDoesNotJump() {
            try (var real = new LoopbackWorld(LoopbackPlan.inRealTime(), clock -> new Journal(clock, "real"))) {
                var node = real.add(Plot.node("delta")).node();
                var start = real.time().now();
                node.ports().tasks().start("soon", () -> {
                    node.ports().time().pause(Duration.ofMillis(30));
                    happened.add("soon");
                });
                node.ports().tasks().start("later", () -> node.ports().time().pause(Duration.ofHours(1)));
                assertThat(real.await(() -> !happened.isEmpty(), Duration.ofMinutes(1)))
                        .isTrue();
                assertThat(Duration.between(start, real.time().now()))
                        .isBetween(Duration.ofMillis(30), Duration.ofMinutes(1));
                real.advance(Duration.ofHours(2));
                assertThat(Duration.between(start, real.time().now())).isGreaterThan(Duration.ofHours(2));
            }
        }
    }

    private static String body(Exchange result) {
        return new String(((Exchange.Replied) result).reply().bytes());
    }

    private static byte[] bytes(Body body) {
        return switch (body) {
            case Body.None() -> new byte[0];
            case Body.Bytes(var bytes) -> bytes;
            case Body.Stream(var content) -> {
                try (InputStream in = content.open()) {
                    yield in.readAllBytes();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }
}
