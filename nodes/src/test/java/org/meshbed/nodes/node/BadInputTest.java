package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** What strangers may send: it is refused with a reason, nothing of ours is told, and the node goes on. */
class BadInputTest {
    private static final String SHARE = "{\"shareWith\":\"bob@beta.example\",\"name\":\"report.txt\","
            + "\"providerId\":\"p1\",\"owner\":\"eve@foreign.example\",\"sender\":\"eve@foreign.example\","
            + "\"shareType\":\"user\",\"resourceType\":\"file\",\"protocol\":{\"name\":\"multi\",\"webdav\":"
            + "{\"uri\":\"p1\",\"sharedSecret\":\"s3cr3t-of-eve\",\"permissions\":[\"read\"]}}}";
    private static final String ACCEPTED = "{\"recipientProvider\":\"gamma.example\",\"token\":\"t\",\"userID\":\"a\","
            + "\"email\":\"\",\"name\":\"A\"}";
    private static final String NEWS = "{\"notificationType\":\"SHARE_UNSHARED\",\"senderDomain\":\"foreign.example\","
            + "\"resourceType\":\"file\",\"notification\":{\"file\":{\"providerId\":\"p1\"}}}";

    private final TestMesh mesh = new TestMesh();

    static Stream<String> dialects() {
        return Stream.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.5[mode=strict]", "1.5[mode=compat]");
    }

    private void start(String column) {
        mesh.node("beta", "reference/" + column, "bob");
    }

    private WireReply post(String path, byte[] body) {
        return (WireReply)
                mesh.send("beta", WireRequest.post(path, Headers.of("Content-Type", "application/json"), body));
    }

    private WireReply post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private void nothingHappened() {
        assertThat(mesh.party("bob@beta").received().value().orElseThrow()).isEmpty();
    }

    /** Whatever came before: no secret is in the journal, and a right share is still taken. */
    @AfterEach
    void nothingIsToldAndTheNodeServes() {
        if (mesh.nodes.isEmpty()) return;
        assertThat(mesh.testimonies.toString()).doesNotContain("s3cr3t-of-eve");
    }

    private void serves() {
        var options = SHARE.replaceFirst(
                "\"protocol\".*",
                "\"protocol\":{\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"s\",\"permissions\":\"p\"}}}");
        assertThat(post("/ocm/shares", options.replace("p1", "good")).status()).isEqualTo(201);
    }

    @Nested
    class GivenABodyThatIsNoGoodJson {
        static Stream<String> bodies() {
            return Stream.of(
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":{\"b\":1,\"b\":2}}",
                    "[".repeat(100_000),
                    "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                    "{\"a\":" + "9".repeat(100_000) + "}",
                    "{\"" + "n".repeat(10_000) + "\":1}",
                    "{\"a\":1e99999}".replace("1e99999", "-" + "1".repeat(101)),
                    "{\"a\":NaN}",
                    "{'a':1}",
                    "{\"a\":1}{\"a\":1}",
                    "{\"a\":1,}",
                    "{\"a\":\"\u0001\"}",
                    "{\"a\":\"\\u12\"}",
                    "\u0000",
                    "null",
                    "true",
                    "a=b&c=d");
        }

        @ParameterizedTest
        @MethodSource("bodies")
        void whenItIsPostedAnywhere_thenItIsRefusedAndTheNodeGoesOn(String body) {
            start("1.4");
            for (var call : List.of("shares", "notifications", "invite-accepted", "request-share")) {
                var reply = post("/ocm/" + call, body);
                assertThat(reply.status()).as(call).isEqualTo(400);
                assertThat(TestMesh.text(reply)).contains("\"message\":\"INVALID_JSON\"");
            }
            nothingHappened();
            serves();
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1"})
        void whenItIsNotUtf8_thenItIsRefused(String charset) throws Exception {
            start("1.5");
            var bytes = SHARE.replace("report", "r\u00e9port").getBytes(charset);
            assertThat(post("/ocm/shares", bytes).status()).isEqualTo(400);
            nothingHappened();
            serves();
        }

        @ParameterizedTest
        @MethodSource("org.meshbed.nodes.node.BadInputTest#dialects")
        void whenADialectMeetsDuplicateKeys_thenItRefusesThem(String column) {
            start(column);
            assertThat(post("/ocm/shares", SHARE.replace("{\"shareWith\"", "{\"shareWith\":\"x@y.z\",\"shareWith\""))
                            .status())
                    .isEqualTo(400);
            nothingHappened();
            serves();
        }
    }

    @Nested
    class GivenNumbersWithoutMeasure {
        @ParameterizedTest
        @CsvSource({
            "9223372036854775807,201",
            "99999999999999999999,400",
            "-1,201",
            "1e3,400",
            "1.5,400",
            "1e999999999,400"
        })
        void whenExpirationIsAbsurd_thenItIsRefusedOrNeverEnds(String number, int status) {
            start("1.5");
            var share = SHARE.replace("\"shareType\"", "\"expiration\":" + number + ",\"shareType\"");
            assertThat(post("/ocm/shares", share).status()).isEqualTo(status);
            if (status == 201)
                assertThat(mesh.party("bob@beta")
                                .received()
                                .value()
                                .orElseThrow()
                                .getFirst()
                                .expiry())
                        .isEmpty();
            else nothingHappened();
        }
    }

    @Nested
    class GivenAddressesOfStrangers {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "eve\\u0000@foreign.example",
                    "eve\\r\\nX-Evil: 1@foreign.example",
                    "eve@foreign.example\\n",
                    "eve@\\u202eforeign.example",
                    "eve@fo reign.example",
                    "eve@foreign.example/nextcloud",
                    "eve@foreign.example:0",
                    "eve@foreign.example:99999",
                    "eve@foreign.example:x",
                    "eve@foreign.example?x",
                    "eve@foreign.example#x",
                    "eve@user:pass@",
                    "@foreign.example",
                    "eve@",
                    "@",
                    "",
                    "eve@[::1",
                    "eve@[zz]",
                    "eve@-foreign.example",
                    "eve@b\\u00fccher.example"
                })
        void whenTheSenderHasNoAddress_thenItIsRefused(String address) {
            start("1.5");
            var share = SHARE.replace("\"sender\":\"eve@foreign.example\"", "\"sender\":\"" + address + "\"");
            assertThat(post("/ocm/shares", share).status()).isEqualTo(400);
            nothingHappened();
            serves();
        }

        @ParameterizedTest
        @CsvSource({
            "a@b@c@foreign.example,foreign.example",
            "'@a@@foreign.example',foreign.example",
            "eve@FOREIGN.Example,foreign.example",
            "eve@foreign.example:443,foreign.example",
            "eve@foreign.example:8443,foreign.example:8443",
            "eve@xn--bcher-kva.example,xn--bcher-kva.example",
            "eve@9.9.9.9,9.9.9.9",
            "eve@[2620:FE::7],[2620:fe::7]",
            "eve@[2620:fe::7]:8443,[2620:fe::7]:8443",
            "eve@foreign.example.,foreign.example."
        })
        void whenTheSenderHasAnOddAddress_thenItsServerIsFoundBehindTheLastSign(String address, String host) {
            start("1.5");
            assertThat(post("/ocm/shares", SHARE.replace("eve@foreign.example", address))
                            .status())
                    .isEqualTo(201);
            var bob = mesh.party("bob@beta");
            var received = bob.received().value().orElseThrow().getFirst();
            assertThat(received.sender()).endsWith("@" + host);
            bob.accept(received.id());
            bob.read(Place.in(received.id(), ""));
            assertThat(mesh.requests).contains("GET " + host + "/.well-known/ocm");
        }

        @Test
        void whenAnAddressIsLong_thenThereIsAMeasure() {
            start("1.5");
            assertThat(post("/ocm/shares", SHARE.replace("\"sender\":\"eve", "\"sender\":\"" + "e".repeat(256)))
                            .status())
                    .isEqualTo(400);
            assertThat(post("/ocm/shares", SHARE.replace("\"sender\":\"eve", "\"sender\":\"" + "e".repeat(255)))
                            .status())
                    .isEqualTo(201);
            assertThat(post("/ocm/shares", SHARE.replace("foreign.example", "f".repeat(300) + ".example"))
                            .status())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bob\\u0007@beta.example",
                    "bob@beta.example\\u0000",
                    "bob@b\\u00e9ta.example",
                    "a@b@beta.example",
                    "BOB@beta.example"
                })
        void whenTheRecipientIsNobodyHere_thenThatIsSaid(String address) {
            start("1.5");
            var reply = post("/ocm/shares", SHARE.replace("bob@beta.example", address));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).contains("\"name\":\"shareWith\"");
            nothingHappened();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "gamma.example/path",
                    "https://gamma.example/path",
                    "gamma.example\\n",
                    "b\\u00fccher.example",
                    "[::1",
                    "a@gamma.example",
                    "beta.example",
                    ""
                })
        void whenTheAcceptingServerHasNoName_thenNobodyBecomesAContact(String provider) {
            start("1.5");
            mesh.party("bob@beta").invite();
            var reply = post("/ocm/invite-accepted", ACCEPTED.replace("gamma.example", provider));
            assertThat(reply.status()).isIn(400, 403);
            assertThat(mesh.party("bob@beta").contacts().value().orElseThrow()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "foreign.example/x",
                    "https://foreign.example",
                    "foreign.example\\u0000",
                    "[::1",
                    "@",
                    "f\\u00f6reign.example"
                })
        void whenANotificationNamesNoServer_thenItHasNoEffect(String domain) {
            start("1.5");
            post("/ocm/shares", SHARE);
            assertThat(post("/ocm/notifications", NEWS.replace("foreign.example", domain))
                            .status())
                    .isEqualTo(400);
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
        }
    }

    @Nested
    class GivenATypedAddress {
        @BeforeEach
        void wish() {
            start("1.5");
            mesh.party("bob@beta").write(Place.own("a.txt"), Content.of(new byte[1]));
        }

        private Told<SentShare> share(String address) {
            return mesh.party("bob@beta").share(ShareWish.of("a.txt", address));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "eve",
                    "eve@",
                    "@foreign.example",
                    "eve@https://foreign.example",
                    "eve@foreign.example/",
                    "eve\u0000@foreign.example",
                    "eve@foreign.example\r\nHost: evil",
                    "eve@b\u00fccher.example",
                    "eve@[::1"
                })
        void whenItIsNone_thenThePersonIsToldTheRightForm(String address) {
            assertThat(share(address).words()).contains("is not <identifier>@<host>[:port]; for example");
            assertThat(share(address).words()).doesNotContain("\u0000").doesNotContain("\r");
            assertThat(mesh.requests).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "a@b@foreign.example,foreign.example",
            "eve@[2620:fe::9]:8443,[2620:fe::9]:8443",
            "eve@xn--bcher-kva.example,xn--bcher-kva.example"
        })
        void whenItIsOdd_thenTheServerBehindTheLastSignIsAsked(String address, String host) {
            assertThat(share(address).words()).contains("nobody there");
            assertThat(mesh.requests).contains("GET " + host + "/.well-known/ocm");
        }
    }

    @Nested
    class GivenDiscoveryDocumentsOfStrangers {
        private static final String GOOD = "{\"enabled\":true,\"apiVersion\":\"1.5.0\","
                + "\"endPoint\":\"https://odd.example/api\",\"provider\":\"Odd\",\"resourceTypes\":[{\"name\":\"file\","
                + "\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/dav\",\"webdav-receive\":{\"uri\":\"relative\"}}}],"
                + "\"capabilities\":[\"protocol-object\"],\"criteria\":[\"allowlist\"]}";

        private void serves(UnaryOperator<String> change) {
            reply(WireReply.of(200, Headers.NONE, Body.of(change.apply(GOOD))));
        }

        private void reply(WireReply document) {
            start("1.5");
            mesh.party("bob@beta").write(Place.own("a.txt"), Content.of(new byte[1]));
            mesh.stranger("odd.example", r -> r.method().equals("POST") ? WireReply.text(201, "") : document);
        }

        private Told<SentShare> share() {
            return mesh.party("bob@beta").share(ShareWish.of("a.txt", "eve@odd.example"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"enabled", "apiVersion", "endPoint", "resourceTypes"})
        void whenARequiredFieldIsMissingOrWrong_thenNothingIsSent(String field) {
            for (var instead : List.of("x-" + field + "\":1,\"y", field + "\":null,\"y", field + "\":{},\"y")) {
                mesh.requests.clear();
                serves(d -> d.replace("\"" + field + "\"", "\"" + instead + "\""));
                var told = share();
                assertThat(told).as(instead).isInstanceOf(Told.Refused.class);
                assertThat(told.words())
                        .contains("the discovery document of odd.example has")
                        .contains(field);
                assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
            }
        }

        @Test
        void whenItsDemandsCannotBeRead_thenNothingIsSent() {
            serves(d -> d.replace("\"criteria\":[\"allowlist\"]", "\"criteria\":\"allowlist\""));
            var told = share();
            assertThat(told).isInstanceOf(Told.Refused.class);
            assertThat(told.words()).contains("criteria instead of a list of texts");
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"x-criteria\":1,\"y", "criteria\":null,\"y"})
        void whenItDemandsNothing_thenTheRestIsBelieved(String instead) {
            serves(d -> d.replace("\"criteria\"", "\"" + instead + "\""));
            assertThat(share().happened()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"provider", "capabilities", "shareTypes", "protocols", "webdav", "webdav-receive"})
        void whenAnotherFieldIsMissingOrWrong_thenTheRestIsBelieved(String field) {
            for (var instead : List.of("x-" + field + "\":1,\"y", field + "\":null,\"y", field + "\":7,\"y")) {
                serves(d -> d.replace("\"" + field + "\"", "\"" + instead + "\""));
                assertThat(share().happened()).as(instead).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api",
                    "ftp://odd.example/api",
                    "https://user:pw@odd.example/api",
                    "https://odd.example/a b",
                    "https://",
                    "https://odd.example:99999/",
                    "javascript:alert(1)",
                    "https://odd.example\\r\\nX: y/"
                })
        void whenTheEndPointIsNone_thenNothingIsSent(String endPoint) {
            serves(d -> d.replace("https://odd.example/api", endPoint));
            assertThat(share().words()).contains("endPoint");
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }

        @Test
        void whenItIsCutAnywhere_thenNothingIsSent() {
            for (var at = 1; at < GOOD.length(); at += 7) {
                var end = at;
                serves(d -> d.substring(0, end));
                assertThat(share().words()).contains("is no JSON");
            }
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-8859-1"})
        void whenItIsInAnotherEncoding_thenNothingIsSent(String charset) throws Exception {
            reply(WireReply.of(
                    200,
                    Headers.of("Content-Type", "application/json; charset=" + charset),
                    Body.of(GOOD.replace("Odd", "\u00d6d").getBytes(charset))));
            assertThat(share().words()).contains("is no JSON: the body is not UTF-8");
        }

        @Test
        void whenItIsHuge_thenItIsNotReadToItsEnd() {
            var read = new long[1];
            Content endless = new Content() {
                @Override
                public long length() {
                    return UNKNOWN_LENGTH;
                }

                @Override
                public java.io.InputStream open() {
                    return new java.io.InputStream() {
                        @Override
                        public int read() {
                            read[0]++;
                            return ' ';
                        }
                    };
                }
            };
            reply(new WireReply(
                    200, Headers.NONE, new Body.Stream(endless), org.meshbed.nodes.protocol.Framing.CHUNKED));
            assertThat(share().words()).contains("is larger than 1048576 bytes");
            assertThat(read[0]).isLessThan(3L << 20);
        }

        @Test
        void whenItBreaksOff_thenItMayBeAskedAgain() {
            Content broken = new Content() {
                @Override
                public long length() {
                    return UNKNOWN_LENGTH;
                }

                @Override
                public java.io.InputStream open() throws java.io.IOException {
                    throw new java.io.IOException("cut");
                }
            };
            reply(new WireReply(
                    200, Headers.NONE, new Body.Stream(broken), org.meshbed.nodes.protocol.Framing.CHUNKED));
            assertThat(share().words()).contains("broke off");
        }

        @ParameterizedTest
        @CsvSource({
            "301,https://evil.example/ocm,answers 301",
            "302,//evil.example/ocm,answers 302",
            "307,http://odd.example/ocm,answers 307",
            "308,https://odd.example.evil.example/,answers 308",
            "302,https://odd.example@evil.example/,answers 302",
            "302,https://odd.example/.well-known/ocm,answers 302",
            "302,/.well-known/ocm,answers 302",
            "302,'',answers 302"
        })
        void whenItRedirectsElsewhereOrInCircles_thenThatEnds(int status, String location, String words) {
            reply(WireReply.of(status, Headers.of("Location", location), Body.NONE));
            assertThat(share().words()).contains(words);
            assertThat(mesh.requests).noneMatch(r -> r.contains("evil")).hasSizeLessThan(10);
        }

        @ParameterizedTest
        @ValueSource(ints = {204, 206, 304, 400, 401, 403, 404, 410, 418, 500, 503})
        void whenItIsAnsweredOtherwise_thenTheStatusIsNamed(int status) {
            reply(WireReply.of(status, Headers.NONE, Body.of(GOOD)));
            assertThat(share().words()).contains("odd.example answers " + status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.0", "1.1", "1.2", "1.3", "1.4", "1.5"})
        void whenEveryVersionReadsGarbage_thenNoneOfThemBelievesIt(String dialect) {
            mesh.node("beta", "reference/" + dialect, "bob");
            mesh.party("bob@beta").write(Place.own("a.txt"), Content.of(new byte[1]));
            for (var garbage : List.of("", "[]", "{}", "{\"enabled\":true}", "<html>", "[".repeat(9999), "\u0000")) {
                mesh.stranger("odd.example", r -> WireReply.of(200, Headers.NONE, Body.of(garbage)));
                assertThat(share()).isInstanceOf(Told.Refused.class);
            }
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }
    }

    @Nested
    class GivenAnInviteAnswerOfAStranger {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{}",
                    "{\"userID\":7}",
                    "{\"userID\":\"\"}",
                    "{\"userID\":\"a\\u0000b\"}",
                    "{\"userID\":\"a\",\"userID\":\"b\"}"
                })
        void whenItSaysNobody_thenNobodyBecomesAContact(String answer) {
            start("1.5");
            mesh.stranger(
                    "odd.example",
                    r -> r.method().equals("POST")
                            ? WireReply.json(200, answer.getBytes(StandardCharsets.UTF_8))
                            : WireReply.json(
                                    200,
                                    GivenDiscoveryDocumentsOfStrangers.GOOD
                                            .replace("\"protocol-object\"", "\"invites\"")
                                            .getBytes(StandardCharsets.UTF_8)));
            assertThat(mesh.party("bob@beta").acceptInvite("tok@odd.example")).isInstanceOf(Told.Unclear.class);
            assertThat(mesh.party("bob@beta").contacts().value().orElseThrow()).isEmpty();
        }
    }
}
