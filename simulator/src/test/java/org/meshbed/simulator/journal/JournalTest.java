package org.meshbed.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** What the journal takes down, and what of it may be published. */
final class JournalTest {
    private final Recording recording = new Recording();
    private final Journal journal = recording.journal;

    private <T extends Entry> List<T> all(Class<T> type) {
        return journal.entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Nested
    class GivenASharedFile {
        GivenASharedFile() {
            recording.share();
        }

        @Test
        void whenRead_thenEntriesAreNumberedWithoutGapsAndTimeGoesOn() {
            var entries = journal.entries();
            assertThat(entries)
                    .extracting(e -> e.stamp().number())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, entries.size())
                            .mapToObj(i -> (long) i)
                            .toList());
            assertThat(entries).extracting(e -> e.stamp().time()).isSorted();
            assertThat(entries.getFirst().stamp().run()).isEqualTo("virtual, seed 7");
        }

        @Test
        void whenAnExchangeHappensInsideAnother_thenBothSaySo() {
            assertThat(all(Entry.ExchangeStarted.class))
                    .extracting(e -> e.stamp().inside())
                    .containsExactly(OptionalLong.empty(), OptionalLong.of(1), OptionalLong.empty());
            assertThat(all(Entry.ExchangeEnded.class))
                    .extracting(e -> e.stamp().inside())
                    .containsExactly(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.empty());
            assertThat(all(Entry.Decision.class))
                    .extracting(e -> e.stamp().inside())
                    .containsExactly(OptionalLong.of(1));
        }

        @Test
        void whenAllBelongsToOneShare_thenItIsOneStory() {
            assertThat(journal.entries())
                    .filteredOn(e -> !(e instanceof Entry.Marker) && !(e instanceof Entry.Action))
                    .extracting(e -> e.stamp().story())
                    .containsOnly("share share-0001");
        }

        @Test
        void whenANodeOrAPersonNamesTheShare_thenItIsOfThatStory() {
            journal.testified(
                    "beta",
                    1,
                    new Testimony.Changed("received-share", "alpha.example/share-0001", "pending", "accepted"));
            journal.testified("alpha", 1, new Testimony.Changed("sent-share", "share-0002", "-", "pending"));
            journal.acted("beta", "bob", "declines", "alpha.example/share-0002", "declined");
            journal.acted("beta", "bob", "reads", "report.txt", "read");
            assertThat(journal.entries().reversed().subList(0, 4))
                    .extracting(e -> e.stamp().story())
                    .containsExactly("", "share share-0002", "share share-0002", "share share-0001");
        }

        @Test
        void whenTheStepChanges_thenEntriesSayWhichItWas() {
            assertThat(all(Entry.Action.class))
                    .extracting(e -> e.stamp().step())
                    .containsExactly(
                            "When alice at alpha shares report.txt with bob at beta", "Then bob can read report.txt");
        }

        @Test
        void whenPublished_thenTheSecretIsMaskedEverywhereAlike() {
            var sharing = journal.exchanges().getFirst().started();
            assertThat(sharing.body().text())
                    .contains("\"sharedSecret\":\"secret#1\"")
                    .doesNotContain(Recording.SECRET);
            assertThat(sharing.body().masked()).isTrue();
            assertThat(journal.exchanges().getLast().started().headers().first("authorization"))
                    .contains("Bearer secret#1");
            assertThat(journal.entries().toString()).doesNotContain(Recording.SECRET);
        }

        @Test
        void whenReadInThisProcess_thenTheRawMessageIsThere() {
            var raw = journal.exchanges().getFirst().started().raw().message();
            assertThat(new String(((Body.Bytes) raw.body()).bytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Recording.SHARE);
        }

        @Test
        void whenTheScenarioEnds_thenMarkersStandAroundIt() {
            journal.scenarioEnded();
            journal.fault("outside");
            assertThat(all(Entry.Marker.class))
                    .extracting(Entry.Marker::mark)
                    .containsExactly(Entry.Mark.SCENARIO_BEGINS, Entry.Mark.SCENARIO_ENDS);
            assertThat(all(Entry.Fault.class).getLast().stamp().scenario()).isEmpty();
        }

        @Test
        void whenDoneAgainInANewScenario_thenPseudonymsBeginAnew() {
            recording.share();
            assertThat(journal.exchanges().getLast().started().headers().first("authorization"))
                    .contains("Bearer secret#1");
        }
    }

    @Nested
    class GivenForeignMessages {
        @Test
        void whenCredentialsAreBasic_thenTheUserOfOldServersIsASecret() {
            var basic = Base64.getEncoder().encodeToString("foreign-secret:".getBytes(StandardCharsets.UTF_8));
            recording.asks(
                    "foreign:10.0.0.1", "alpha", Recording.get("/s/foreign-secret", "Authorization", "Basic " + basic));
            var started = journal.exchanges().getFirst().started();
            assertThat(started.target()).isEqualTo("/s/secret#1");
            assertThat(started.headers().first("Authorization")).contains("Basic base64(secret#1:)");
        }

        @Test
        void whenCredentialsHaveAPassword_thenTheUserIsNone() {
            var basic = Base64.getEncoder().encodeToString("marie.curie:radium".getBytes(StandardCharsets.UTF_8));
            recording.asks(
                    "foreign:10.0.0.1", "alpha", Recording.get("/u/marie.curie", "Authorization", "Basic " + basic));
            assertThat(journal.exchanges().getFirst().started().target()).isEqualTo("/u/marie.curie");
            assertThat(journal.exchanges().getFirst().started().headers().first("Authorization"))
                    .contains("Basic base64(marie.curie:secret#1)");
        }

        @Test
        void whenATokenIsAskedForAndGiven_thenBothSecretsAreMaskedAndTheStoryGoesOn() {
            recording.share();
            var asked = recording.asks(
                    "beta",
                    "alpha",
                    WireRequest.post(
                            "/ocm/token",
                            Headers.NONE,
                            ("grant_type=authorization_code&code=" + Recording.SECRET)
                                    .getBytes(StandardCharsets.UTF_8)));
            recording.answers(
                    asked, Recording.json(200, "{\"access_token\":\"2f0e3c5a9d\",\"token_type\":\"Bearer\"}"));
            recording.asks("beta", "alpha", Recording.get("/dav/x", "Authorization", "Bearer 2f0e3c5a9d"));
            var exchanges = journal.exchanges();
            assertThat(exchanges.get(3).request().text()).isEqualTo("grant_type=authorization_code&code=secret#1");
            assertThat(exchanges.get(3).reply().text())
                    .isEqualTo("{\"access_token\":\"secret#2\",\"token_type\":\"Bearer\"}");
            assertThat(exchanges.get(4).started().headers().first("Authorization"))
                    .contains("Bearer secret#2");
            assertThat(exchanges.get(4).started().stamp().story()).isEqualTo("share share-0001");
        }

        @Test
        void whenAnErrorHasACode_thenItIsNoSecret() {
            var asked = recording.asks("beta", "alpha", Recording.get("/x"));
            recording.answers(asked, Recording.json(400, "{\"code\":\"INVALID_PARAMETER\"}"));
            assertThat(journal.exchanges().getFirst().reply().text()).contains("INVALID_PARAMETER");
        }

        @Test
        void whenAnInviteIsAccepted_thenItsStoryIsTheMaskedToken() {
            recording.asks(
                    "beta",
                    "alpha",
                    Recording.post("/ocm/invite-accepted", "{\"token\":\"inv-123456\",\"userID\":\"bob\"}"));
            assertThat(journal.entries().getFirst().stamp().story()).isEqualTo("invite secret#1");
        }

        @Test
        void whenAPersonTypesAnInviteString_thenItIsMaskedAsAWhole() {
            var invite = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("foreign-token-1@cloud.example.org".getBytes(StandardCharsets.UTF_8));
            journal.acted("alpha", "alice", "accepts an invite", invite, "contact added");
            assertThat(all(Entry.Action.class).getFirst().what()).isEqualTo("base64(secret#1@cloud.example.org)");
        }

        @Test
        void whenAPersonFollowsAnInviteLink_thenItsTokenIsMasked() {
            journal.acted(
                    "alpha", "alice", "accepts an invite", "https://x.example/accept?token=abcdef-1&provider=y", "");
            assertThat(all(Entry.Action.class).getFirst().what())
                    .isEqualTo("https://x.example/accept?token=secret#1&provider=y");
        }

        @Test
        void whenACookieIsSet_thenItIsMaskedWhenItComesBack() {
            var asked = recording.asks("beta", "alpha", Recording.get("/login"));
            recording.answers(
                    asked, WireReply.of(200, Headers.of("Set-Cookie", "session=0123456789abcdef; Path=/"), Body.NONE));
            recording.asks("beta", "alpha", Recording.get("/x", "Cookie", "lang=en; session=0123456789abcdef"));
            assertThat(journal.exchanges()
                            .getFirst()
                            .ended()
                            .orElseThrow()
                            .headers()
                            .first("Set-Cookie"))
                    .contains("session=secret#1; Path=/");
            assertThat(journal.exchanges().getLast().started().headers().first("Cookie"))
                    .contains("lang=en; session=secret#1");
        }

        @Test
        void whenNamesAndSecretsAreEscaped_thenTheyAreUnderstood() {
            var json = "{\"shared\\u0053ecret\":\"a\\n\\r\\t\\b\\f\\\\b\\u00e9\\\"c\\u00\"}";
            recording.asks("foreign:x", "alpha", Recording.post("/a", json));
            recording.asks("foreign:x", "alpha", Recording.get("/" + "a%0A%0D%09%08%0C%5Cb%C3%A9%22cu00"));
            assertThat(journal.exchanges().getLast().started().target()).isEqualTo("/secret#1");
        }

        @Test
        void whenABodyIsOnlySpaceOrXml_thenNothingIsFoundInIt() {
            recording.asks("foreign:x", "alpha", Recording.post("/a", " \n "));
            recording.asks("foreign:x", "alpha", Recording.post("/a", "<a>token=abcdefgh</a>"));
            assertThat(journal.exchanges())
                    .extracting(e -> e.request().masked())
                    .containsExactly(false, false);
        }

        @Test
        void whenBasicIsNoBase64OfCredentials_thenAllOfItIsASecret() {
            recording.asks(
                    "foreign:x",
                    "alpha",
                    Recording.get("/a", "Authorization", "Basic not!base64", "Proxy-Authorization", "Bearer"));
            assertThat(journal.exchanges().getFirst().started().headers().first("Authorization"))
                    .contains("Basic secret#1");
        }

        @Test
        void whenTheBodyIsBrokenJson_thenItsSecretIsMaskedAllTheSame() {
            recording.asks(
                    "foreign:x",
                    "alpha",
                    Recording.post("/ocm/shares", "{\"sharedSecret\" : \"broken\\/secret\", \"x\":"));
            assertThat(journal.exchanges().getFirst().request().text())
                    .isEqualTo("{\"sharedSecret\" : \"secret#1\", \"x\":");
        }
    }

    @Nested
    class GivenBodies {
        private Payload sent(byte[] bytes) {
            recording.asks("alpha", "beta", WireRequest.post("/x", Headers.NONE, bytes));
            return journal.exchanges().getLast().request();
        }

        @Test
        void whenText_thenItIsKeptAsTextWithItsDigest() {
            assertThat(sent("hällo".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Payload(
                            Payload.Form.TEXT,
                            "hällo",
                            6,
                            sha256("hällo".getBytes(StandardCharsets.UTF_8)),
                            false,
                            false));
        }

        @Test
        void whenBytes_thenTheyAreKeptInBase64() {
            var bytes = new byte[] {(byte) 0xff, 0, 1, (byte) 0xfe};
            assertThat(sent(bytes))
                    .isEqualTo(new Payload(Payload.Form.BASE64, "/wAB/g==", 4, sha256(bytes), false, false));
        }

        @Test
        void whenBytesHoldASecret_thenItIsMaskedBetweenThem() {
            journal.secret("hidden-secret");
            var payload = sent(new String("\u00ffhidden-secret\u00fe").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(payload.text()).isEqualTo("\u00ffsecret#1\u00fe");
            assertThat(payload.masked()).isTrue();
        }

        @Test
        void whenLarge_thenTheFirst64KiBAreKeptAndTheDigestIsOfTheWhole() {
            var bytes = "é".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            bytes[0] = 'x';
            bytes[1] = 'y';
            var payload = sent(bytes);
            assertThat(payload.text())
                    .hasSize(Payload.MOST_KEPT / 2 + 1)
                    .startsWith("xyé")
                    .endsWith("é");
            assertThat(payload.cut()).isTrue();
            assertThat(payload.length()).isEqualTo(100_000);
            assertThat(payload.sha256()).isEqualTo(sha256(bytes));
            var raw = journal.exchanges().getLast().started().raw().message();
            assertThat(((Body.Bytes) raw.body()).bytes()).hasSize(Payload.MOST_KEPT);
        }

        @Test
        void whenContentStreams_thenWhatPassedIsToldWhenItHasPassed() throws IOException {
            var bytes = "streamed ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            var exchange = recording.asks("alpha", "beta", Recording.get("/file"));
            recording.answers(
                    exchange, new WireReply(200, Headers.NONE, new Body.Stream(Content.of(bytes)), Framing.LENGTH));
            var content = journal.passing(exchange, true, Content.of(bytes));
            assertThat(journal.exchanges().getFirst().reply().form()).isEqualTo(Payload.Form.STREAM);
            try (var in = content.open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
            var passed = all(Entry.ContentPassed.class);
            assertThat(passed).hasSize(1);
            assertThat(passed.getFirst().complete()).isTrue();
            var payload = journal.exchanges().getFirst().reply();
            assertThat(payload.sha256()).isEqualTo(sha256(bytes));
            assertThat(payload.length()).isEqualTo(bytes.length);
            assertThat(payload.text()).hasSize(Payload.MOST_KEPT);
            assertThat(payload.cut()).isTrue();
        }

        @Test
        void whenAStreamIsClosedEarly_thenOnlyWhatPassedIsTold() throws IOException {
            var exchange = recording.asks("alpha", "beta", Recording.get("/file"));
            var content = journal.passing(exchange, false, Content.of("0123456789".getBytes(StandardCharsets.UTF_8)));
            try (InputStream in = content.open()) {
                assertThat(in.read()).isEqualTo('0');
                assertThat(in.skip(2)).isEqualTo(2);
                assertThat(in.markSupported()).isFalse();
            }
            var passed = all(Entry.ContentPassed.class).getFirst();
            assertThat(passed.complete()).isFalse();
            assertThat(passed.reply()).isFalse();
            assertThat(journal.exchanges().getFirst().request().text()).isEqualTo("012");
        }

        @Test
        void whenAStrangersMessageStreamsIn_thenItsSecretsAreMaskedAndItsShareIsKnown() throws IOException {
            var message = "{\"providerId\":\"share-of-eve\",\"protocol\":{\"sharedSecret\":\"nobodys-business\"}}";
            var exchange = recording.asks("foreign:127.0.0.1", "beta", Recording.get("/ocm/shares"));
            var content = journal.passing(exchange, false, Content.of(message.getBytes(StandardCharsets.UTF_8)));
            try (var in = content.open()) {
                assertThat(in.readAllBytes()).hasSize(message.length());
            }
            var passed = all(Entry.ContentPassed.class).getLast();
            assertThat(passed.body().text()).doesNotContain("nobodys-business").contains("secret#1");
            assertThat(passed.stamp().story()).isEqualTo("share share-of-eve");
        }

        @Test
        void whenAStreamOfKnownLengthIsReadToIt_thenItIsComplete() throws IOException {
            var content = journal.passing(1, true, Content.of("0123".getBytes(StandardCharsets.UTF_8)));
            try (var in = content.open()) {
                assertThat(in.readNBytes(4)).hasSize(4);
            }
            assertThat(all(Entry.ContentPassed.class).getFirst().complete()).isTrue();
        }

        private String sha256(byte[] bytes) {
            return java.util.HexFormat.of().formatHex(Payloads.sha256().digest(bytes));
        }
    }

    @Nested
    class GivenFailures {
        @Test
        void whenNoReplyComes_thenTheEntrySaysWhyAndWhetherItMayHaveHappened() {
            recording.failures();
            assertThat(all(Entry.ExchangeEnded.class))
                    .extracting(
                            Entry.ExchangeEnded::outcome,
                            Entry.ExchangeEnded::status,
                            Entry.ExchangeEnded::afterSending)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Entry.Outcome.REFUSED, 0, false),
                            org.assertj.core.groups.Tuple.tuple(Entry.Outcome.TLS_FAILED, 0, false),
                            org.assertj.core.groups.Tuple.tuple(Entry.Outcome.RESET, 0, true),
                            org.assertj.core.groups.Tuple.tuple(Entry.Outcome.TIMED_OUT, 0, false));
            assertThat(all(Entry.ExchangeEnded.class).getFirst().faults()).containsExactly("cut");
            assertThat(all(Entry.Clock.class)).hasSize(1);
        }
    }

    @Nested
    class GivenManyWriters {
        @Test
        void whenThreadsWriteAtOnce_thenEachEntryHasItsOwnNumberAndReadersSeeThemInOrder() throws Exception {
            var seen = new ArrayList<Long>();
            journal.addReader(entry -> seen.add(entry.stamp().number()));
            var threads = IntStream.range(0, 8)
                    .mapToObj(n -> Thread.ofVirtual().start(() -> {
                        for (var i = 0; i < 500; i++)
                            journal.testified("n" + n, 1, new Testimony.Decision("d", "o", "w"));
                    }))
                    .toList();
            for (var thread : threads) thread.join();
            assertThat(seen).hasSize(4_000).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void whenMoreIsWrittenThanIsKept_thenTheOldestGo() {
            var small = new Journal(() -> Instant.EPOCH, "", 3);
            for (var i = 1; i <= 5; i++) small.fault("fault " + i);
            assertThat(small.entries())
                    .extracting(e -> ((Entry.Fault) e).words())
                    .containsExactly("fault 3", "fault 4", "fault 5");
        }
    }
}
