package org.meshbed.simulator.world.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
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
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.store.MemoryStore;
import org.meshbed.simulator.LinesRecorder;
import org.meshbed.simulator.Plot;
import org.meshbed.simulator.network.Latency;
import org.meshbed.simulator.time.BrokenTask;
import org.meshbed.simulator.time.Scheduler;
import org.meshbed.simulator.world.NodeSlot;

final class VirtualWorldTest {
    private static final Origin BETA = Origin.https(ServerHost.parse("beta.example"));
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** How nodes answer in the test at hand. */
    private Serving serving = (node, request) ->
            WireReply.text(200, "hello from " + node.settings().name());

    private final List<String> happened = new ArrayList<>();
    private final VirtualWorld world = new VirtualWorld(
            VirtualPlan.of(7, _ -> new MemoryStore())
                    .with((OcmNode node, WireRequest request) -> serving.answer(node, request))
                    .with(Latency.always(Duration.ofMillis(2))),
            LinesRecorder::new);
    private final NodeSlot alpha = world.add(Plot.node("alpha"));
    private final NodeSlot beta = world.add(Plot.node("beta"));

    private List<String> lines() {
        return ((LinesRecorder) world.recorder()).lines();
    }

    private Exchange send(WireRequest request) {
        return send(BETA, request);
    }

    private Exchange send(Origin to, WireRequest request) {
        return world.perform("sends", () -> alpha.node().ports().transport().exchange(to, request, TIMEOUTS));
    }

    private static WireRequest get(String target) {
        return WireRequest.get(target, Headers.NONE);
    }

    private Duration passed() {
        return Duration.between(Scheduler.BEGINNING, world.time().now());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Nested
    class GivenBothNodesAreUp {
        @Test
        void whenARequestIsSent_thenItIsAnsweredAfterItsWayThereAndBack() {
            assertThat(send(get("/hello"))).isInstanceOfSatisfying(Exchange.Replied.class, replied -> {
                assertThat(replied.reply().status()).isEqualTo(200);
                assertThat(replied.reply().bytes()).asString().isEqualTo("hello from beta");
            });
            assertThat(passed()).isEqualTo(Duration.ofMillis(4));
            assertThat(lines()).containsExactly("1 alpha -> beta GET /hello", "1 answered 200");
        }

        @Test
        void whenMessagesTravel_thenBothSidesSeeWhatASocketAdds() {
            serving = (node, request) -> {
                happened.add(request.headers().lines().toString());
                return WireReply.text(200, "fine");
            };
            var reply = ((Exchange.Replied) send(WireRequest.post("/in", Headers.of("Accept", "*/*"), new byte[3])))
                    .reply();
            assertThat(happened)
                    .containsExactly("[Header[name=Host, value=beta.example], Header[name=Accept, value=*/*], "
                            + "Header[name=Content-Length, value=3]]");
            assertThat(reply.headers().first("Content-Length")).contains("4");
        }

        @Test
        void whenTheNodeCallsSomebodyWhileItAnswers_thenThatHappenedInsideOfTheExchange() {
            serving = (node, request) -> {
                if (request.target().equals("/back")) return WireReply.empty(204);
                var back = Origin.https(alpha.host());
                var result = node.ports().transport().exchange(back, get("/back"), TIMEOUTS);
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
        void whenTheNodeIsSlow_thenTheCallerGoesOnAndTheNodeToo() {
            serving = (node, request) -> {
                node.ports().time().pause(Duration.ofSeconds(30));
                happened.add("done after " + passed());
                return WireReply.empty(201);
            };
            assertThat(send(get("/slow"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(happened).isEmpty();
            world.settle(Duration.ofMinutes(1));
            assertThat(happened).containsExactly("done after PT30.002S");
        }

        @Test
        void whenTheNodeKeepsSilence_thenTheCallerWaitsInVain() {
            serving = (node, request) -> NoAnswer.silence(true);
            assertThat(send(get("/hello"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
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
                    .hasMessageContaining("'beta answers GET /hello of alpha' of beta broke")
                    .hasMessageContaining("a bug of ours");
            world.settle(Duration.ofSeconds(1));
            assertThat(lines()).last().asString().startsWith("1 broke the connection (beta broke while answering)");
        }

        @Test
        void whenAsked_thenThePartyHearsWhatItsOwnActionThrew() {
            assertThatThrownBy(() -> world.perform("fails", () -> {
                        throw new IOException("checked");
                    }))
                    .hasRootCauseMessage("checked");
        }
    }

    @Nested
    class GivenNobodyListens {
        @Test
        void whenTheNodeIsStopped_thenItRefuses() {
            beta.stop();
            beta.stop();
            assertThat(send(get("/"))).isEqualTo(new Exchange.Refused("nobody listens at https://beta.example"));
            assertThat(lines()).startsWith("beta stops");
        }

        @Test
        void whenTheNameIsUnknown_thenItIsRefused() {
            assertThat(send(Origin.https(ServerHost.parse("gamma.example")), get("/")))
                    .isEqualTo(new Exchange.Refused("the name gamma.example is unknown"));
            assertThat(lines()).startsWith("1 alpha -> gamma.example GET /");
        }

        @Test
        void whenTheSchemeIsWrong_thenTlsFailsOrTheConnectionBreaks() {
            var plain = world.add(Plot.node("plain", Scheme.HTTP));
            assertThat(plain.host()).isEqualTo(new ServerHost("plain.example", 80));
            assertThat(send(new Origin(Scheme.HTTPS, plain.host()), get("/"))).isInstanceOf(Exchange.TlsFailed.class);
            assertThat(send(new Origin(Scheme.HTTP, BETA.host()), get("/"))).isInstanceOf(Exchange.Reset.class);
            assertThat(send(new Origin(Scheme.HTTP, plain.host()), get("/"))).isInstanceOf(Exchange.Replied.class);
        }

        @Test
        void whenTwoServersWantOneHost_thenTheSecondIsTold() {
            assertThatThrownBy(() -> world.add(Plot.node("beta")))
                    .hasMessageContaining("beta serves there; give it another name or port");
        }
    }

    @Nested
    class GivenABrokenLink {
        private final List<String> effects = new ArrayList<>();

        private void countEffects() {
            serving = (node, request) -> {
                effects.add(request.target());
                return WireReply.empty(201);
            };
        }

        @Test
        void whenItIsCut_thenNothingIsSentAndTheCallerWaitsForAConnection() {
            countEffects();
            world.network().cut("beta", "alpha");
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(false, "no connection within PT5S"));
            assertThat(passed()).isEqualTo(TIMEOUTS.connect());
            world.network().heal("alpha", "beta");
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
            assertThat(effects).hasSize(1);
            assertThat(lines())
                    .contains(
                            "the link between beta and alpha is cut",
                            "1 did not answer in time (no connection within PT5S); it did not happen [link cut]",
                            "the link between alpha and beta heals");
        }

        @Test
        void whenARequestIsLost_thenItHasNoEffectAndTheCallerCannotTell() {
            countEffects();
            world.network().loseNextRequest("alpha", "beta");
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(effects).isEmpty();
            assertThat(lines()).last().asString().endsWith("[request lost]");
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
        }

        @Test
        void whenAReplyIsLost_thenTheRequestHadItsEffectAndTheCallerCannotTell() {
            countEffects();
            world.network().loseNextReply("alpha", "beta");
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(effects).hasSize(1);
            assertThat(lines()).last().asString().endsWith("[reply lost]");
        }

        @Test
        void whenARequestArrivesTwice_thenItHasTwoEffectsAndOneReply() {
            countEffects();
            world.network().doubleNextRequest("alpha", "beta");
            assertThat(send(get("/"))).isInstanceOf(Exchange.Replied.class);
            world.settle(Duration.ofSeconds(1));
            assertThat(effects).hasSize(2);
            assertThat(lines()).last().asString().isEqualTo("1 answered 201 [request delivered twice]");
        }

        @Test
        void whenItIsCutWhileTheNodeAnswers_thenTheReplyIsLost() {
            serving = (node, request) -> {
                world.network().cut("alpha", "beta");
                return WireReply.empty(201);
            };
            assertThat(send(get("/"))).isEqualTo(new Exchange.TimedOut(true, "no reply within PT20S"));
            assertThat(lines()).last().asString().endsWith("[link cut before the reply]");
        }
    }

    @Nested
    class GivenACrash {
        @Test
        void whenTheServerCrashesWhileItAnswers_thenTheConnectionBreaksAndItDoesNothingMore() {
            serving = (node, request) -> {
                beta.stop();
                try {
                    node.ports().store().put("table", "key", new byte[1]);
                    return WireReply.empty(201);
                } catch (NodeStopped e) {
                    happened.add(e.getMessage());
                    return WireReply.empty(500);
                }
            };
            assertThat(send(get("/"))).isEqualTo(new Exchange.Reset(true, "beta stopped"));
            assertThat(happened).containsExactly("beta has stopped");
            beta.start();
            assertThat(beta.node().ports().store().get("table", "key")).isEmpty();
        }

        @Test
        void whenTheCallerCrashes_thenItsExchangeEndsInTheJournalAndTheServerGoesOn() {
            serving = (node, request) -> {
                node.ports().time().pause(Duration.ofSeconds(1));
                happened.add("answered");
                return WireReply.empty(201);
            };
            alpha.node()
                    .ports()
                    .tasks()
                    .start("call", () -> alpha.node().ports().transport().exchange(BETA, get("/"), TIMEOUTS));
            world.advance(Duration.ofMillis(500));
            alpha.stop();
            world.settle(Duration.ofMinutes(1));
            assertThat(lines())
                    .contains("1 broke the connection (alpha stopped while it waited); it may have happened");
            assertThat(happened).containsExactly("answered");
        }

        @Test
        void whenItStartsAgain_thenWhatWasStoredIsThereAndTheOldIncarnationIsDead() {
            var before = beta.node();
            before.ports().store().put("table", "key", new byte[] {42});
            var secret = before.ports().secrets().text(Secrets.Purpose.SHARED_SECRET, 20);
            beta.stop();
            assertThat(beta.running()).isFalse();
            beta.start();
            beta.start();
            assertThat(beta.running()).isTrue();
            assertThat(beta.incarnation()).isEqualTo(2);
            assertThat(beta.node().ports().store().get("table", "key")).contains(new byte[] {42});
            assertThat(beta.node().ports().secrets().text(Secrets.Purpose.SHARED_SECRET, 20))
                    .isNotEqualTo(secret);
            assertThatThrownBy(() -> before.ports().store().rows("table")).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> before.ports().time().now()).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> before.ports().tasks().start("t", () -> {}))
                    .isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> before.ports().chance().below("luck", 6)).isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> before.ports().witness().decided("a", "b", "c"))
                    .isInstanceOf(NodeStopped.class);
            assertThatThrownBy(() -> world.perform(
                            "sends", () -> before.ports().transport().exchange(BETA, get("/"), TIMEOUTS)))
                    .isInstanceOf(NodeStopped.class);
        }

        @Test
        void whenABackgroundTaskIsCancelled_thenItEndsAtItsNextPortCall() {
            var ports = beta.node().ports();
            var task = ports.tasks().start("retry", () -> {
                ports.time().pause(Duration.ofMinutes(1));
                happened.add("retried");
            });
            world.advance(Duration.ofSeconds(1));
            task.cancel();
            world.settle(Duration.ofHours(1));
            assertThat(happened).isEmpty();
            assertThat(passed()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Nested
    class GivenAFileAsAStream {
        private static final int LENGTH = 2 << 20;

        private WireRequest put() {
            var body = new Body.Stream(zeros());
            return new WireRequest("PUT", "/file", Headers.NONE, body, Framing.CHUNKED);
        }

        @Test
        void whenItIsSent_thenItArrivesWholeAndOnce() {
            serving = (node, request) -> {
                var content = ((Body.Stream) request.body()).content();
                happened.add(request.headers().first("Transfer-Encoding").orElse("-"));
                happened.add("" + drain(content));
                assertThatThrownBy(content::open).hasMessageContaining("once only");
                return WireReply.empty(201);
            };
            assertThat(send(put())).isInstanceOf(Exchange.Replied.class);
            assertThat(happened).containsExactly("chunked", "" + LENGTH);
        }

        @Test
        void whenItIsFetched_thenItComesWholeWithItsLength() {
            serving = (node, request) -> WireReply.of(200, Headers.NONE, new Body.Stream(zeros()));
            var reply = ((Exchange.Replied) send(get("/file"))).reply();
            assertThat(reply.headers().first("Content-Length")).contains("" + LENGTH);
            assertThat(drain(((Body.Stream) reply.body()).content())).isEqualTo(LENGTH);
        }

        @Test
        void whenTheSenderStopsInTheMiddle_thenTheReaderSeesTheBreak() {
            serving = (node, request) -> WireReply.of(200, Headers.NONE, new Body.Stream(zeros()));
            var reply = ((Exchange.Replied) send(get("/file"))).reply();
            assertThatThrownBy(() -> {
                        try (var stream = ((Body.Stream) reply.body()).content().open()) {
                            assertThat(stream.readNBytes(1000)).hasSize(1000);
                            assertThat(stream.read()).isZero();
                            beta.stop();
                            stream.readAllBytes();
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("beta stopped in the middle of the content");
        }

        @Test
        void whenTheLinkIsCutInTheMiddle_thenTheReaderSeesTheBreak() {
            serving = (node, request) -> {
                world.network().cut("alpha", "beta");
                return new NoAnswer(drain(((Body.Stream) request.body()).content()) > 0);
            };
            assertThatThrownBy(() -> send(put())).hasMessageContaining("the link was cut in the middle");
        }

        private static Content zeros() {
            return new Content() {
                @Override
                public long length() {
                    return LENGTH;
                }

                @Override
                public InputStream open() {
                    return new java.io.ByteArrayInputStream(new byte[LENGTH]);
                }
            };
        }

        private static long drain(Content content) {
            try (var stream = content.open()) {
                return stream.readAllBytes().length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class GivenAForeignServer {
        @Test
        void whenItIsCalled_thenItsSiteAnswers() {
            var foreign =
                    world.addForeign("gamma", (request, caller) -> WireReply.text(200, "gamma at " + caller.address()));
            assertThat(send(foreign.origin(), get("/")))
                    .isInstanceOfSatisfying(
                            Exchange.Replied.class,
                            replied -> assertThat(replied.reply().bytes())
                                    .asString()
                                    .isEqualTo("gamma at 203.0.113.1"));
            assertThat(lines()).startsWith("1 alpha -> foreign:gamma GET /");
            foreign.stop();
            assertThat(send(foreign.origin(), get("/"))).isInstanceOf(Exchange.Refused.class);
        }

        @Test
        void whenItSends_thenTheNodeAnswersAndTheJournalNamesIt() {
            var foreign = world.addForeign("gamma", (request, caller) -> WireReply.empty(404));
            assertThat(foreign.send(BETA, get("/"))).isInstanceOf(Exchange.Replied.class);
            assertThat(lines()).startsWith("1 foreign:gamma -> beta GET /");
        }
    }

    @Nested
    class GivenPartiesWhoActAtOnce {
        @Test
        void whenTheyDo_thenAnswersComeInOrderOfTheActionsWhateverTheOrderOfEvents() {
            assertThat(world.atOnce(racing(world))).containsExactly(0, 1, 2, 3, 4);
        }

        @Test
        void whenOneSeedRunsTwice_thenTheJournalIsTheSame() {
            assertThat(journal(3)).hasSize(5 * 4 + 1).isEqualTo(journal(3));
        }

        @Test
        void whenOtherSeedsRun_thenTheOrderDiffers() {
            assertThat(IntStream.range(0, 10).mapToObj(this::journal).distinct())
                    .hasSizeGreaterThan(7);
        }

        private List<String> journal(long seed) {
            Serving quiet = (node, request) -> WireReply.empty(201);
            try (var other = new VirtualWorld(
                    VirtualPlan.of(seed, _ -> new MemoryStore()).with(quiet), LinesRecorder::new)) {
                other.add(Plot.node("alpha"));
                other.add(Plot.node("beta"));
                other.atOnce(racing(other));
                other.advance(Duration.ofSeconds(1));
                return ((LinesRecorder) other.recorder()).timed();
            }
        }

        private List<Callable<Integer>> racing(VirtualWorld world) {
            var ports = world.nodes().getFirst().node().ports();
            return IntStream.range(0, 5)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        ports.transport().exchange(BETA, get("/" + n), TIMEOUTS);
                        ports.witness()
                                .decided("action " + n, "done", ports.secrets().text(Secrets.Purpose.SHARE_ID, 4));
                        ports.secrets().text(Secrets.Purpose.ACCESS_TOKEN, 4);
                        return n;
                    })
                    .toList();
        }
    }

    @Nested
    class GivenTimers {
        @Test
        void whenAwaited_thenTheClockJumpsUntilTheConditionHolds() {
            var ports = beta.node().ports();
            ports.tasks().start("timer", () -> {
                ports.time().pause(Duration.ofDays(3));
                happened.add("fired");
            });
            assertThat(world.await(() -> !happened.isEmpty(), Duration.ofDays(2)))
                    .isFalse();
            assertThat(world.await(() -> !happened.isEmpty(), Duration.ofDays(4)))
                    .isTrue();
            assertThat(passed()).isEqualTo(Duration.ofDays(3));
        }

        @Test
        void whenTheDriverPausesOnTheClockOfTheWorld_thenTimePasses() {
            world.time().pause(Duration.ofHours(1));
            assertThat(passed()).isEqualTo(Duration.ofHours(1));
            world.perform("waits", () -> {
                world.advance(Duration.ofHours(1));
                return Optional.empty();
            });
            assertThat(passed()).isEqualTo(Duration.ofHours(2));
        }

        @Test
        void whenLookedAt_thenTheLookHappensBeforeEachMoveOfTheClock() {
            world.whenQuiet(() -> happened.add(passed().toString()));
            send(get("/"));
            assertThat(happened).containsExactly("PT0S", "PT0.002S", "PT0.004S");
        }
    }
}
