package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that know nothing but the calls there were before OCM. */
class OcsTest {
    private static final String SHARES = "/ocs/v2.php/cloud/shares";
    private static final String JSON = "?format=json";
    private static final String SHARE = "shareWith=bob&token=t0k&name=%2Freport.txt&remoteId=42&owner=eve"
            + "&ownerFederatedId=eve%40foreign.example&sharedBy=eve&sharedByFederatedId=eve%40foreign.example"
            + "&remote=https%3A%2F%2Fforeign.example%2F";

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void start() {
        mesh.node("alpha", "reference/ocs", "alice");
        mesh.node("beta", "reference/ocs", "bob");
    }

    private PartyDriver alice() {
        return mesh.party("alice@alpha");
    }

    private PartyDriver bob() {
        return mesh.party("bob@beta");
    }

    private WireReply post(String target, String form) {
        return (WireReply) mesh.send(
                "beta",
                WireRequest.post(
                        target,
                        Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                        form.getBytes(StandardCharsets.UTF_8)));
    }

    private ReceivedShare only() {
        var received = bob().received().value().orElseThrow();
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    @Nested
    class GivenAFolderBetweenTwo {
        @Test
        void whenItIsAccepted_thenItIsReachedByTheTokenAlone() {
            alice().makeFolder(Place.own("lab"));
            alice().write(Place.own("lab/a.txt"), Content.of(new byte[] {65}));
            alice().share(ShareWish.of("lab", "bob@beta.example"));
            bob().accept(only().id());
            mesh.settle();
            assertThat(only().resourceType()).isEqualTo(ResourceType.FILE);
            assertThat(bob().list(Place.in(only().id(), "")).value().orElseThrow())
                    .containsExactly(new Entry("a.txt", false, 1));
            assertThat(mesh.requests)
                    .contains(
                            "GET beta.example/ocs-provider/",
                            "POST beta.example" + SHARES + JSON,
                            "GET alpha.example/ocs-provider/",
                            "PROPFIND alpha.example/dav/ocm/");
            assertThat(mesh.raw.getLast().headers().first("Authorization").orElse(""))
                    .startsWith("Basic ");
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.ACCEPTED);
        }

        @Test
        void whenAGroupIsMeant_thenThereAreOnlyPersons() {
            alice().write(Place.own("a.txt"), Content.of(new byte[1]));
            var wish = new ShareWish(
                    "a.txt",
                    "team@beta.example",
                    org.meshbed.nodes.identity.ShareType.GROUP,
                    org.meshbed.nodes.identity.Permissions.READ,
                    java.util.Optional.empty());
            assertThat(alice().share(wish).words()).contains("takes no file for a group");
        }

        @Test
        void whenTheOtherServerTellsOtherPaths_thenThoseAreTaken() {
            mesh.stranger(
                    "odd.example",
                    r -> r.method().equals("GET")
                            ? WireReply.json(
                                    200,
                                    ("{\"version\":2,\"services\":{\"FEDERATED_SHARING\":{\"version\":1,\"endpoints\":"
                                                    + "{\"share\":\"/sharing\",\"webdav\":7}}}}")
                                            .getBytes(StandardCharsets.UTF_8))
                            : WireReply.text(200, "not an envelope"));
            alice().write(Place.own("a.txt"), Content.of(new byte[1]));
            assertThat(alice().share(ShareWish.of("a.txt", "o@odd.example"))).isInstanceOf(Told.Refused.class);
            assertThat(mesh.requests).contains("POST odd.example/sharing?format=json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "{\"services\":7}", "<html/>"})
        void whenTheOtherServerTellsNothing_thenTheUsualPathsAreTried(String document) {
            mesh.stranger("odd.example", r -> WireReply.of(200, Headers.NONE, Body.of(document)));
            alice().write(Place.own("a.txt"), Content.of(new byte[1]));
            alice().share(ShareWish.of("a.txt", "o@odd.example"));
            assertThat(mesh.requests).contains("POST odd.example" + SHARES + JSON);
        }

        @Test
        void whenNobodyAnswers_thenNothingIsTried() {
            alice().write(Place.own("a.txt"), Content.of(new byte[1]));
            assertThat(alice().share(ShareWish.of("a.txt", "o@nowhere.example")).words())
                    .contains("nobody there");
        }
    }

    @Nested
    class GivenAnAnnouncementByHand {
        @Test
        void whenItIsRight_thenTheEnvelopeSaysSo() {
            var reply = post(SHARES + JSON, SHARE);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(TestMesh.text(reply))
                    .isEqualTo(
                            "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\"},\"data\":[]}}");
            assertThat(only().sender()).isEqualTo("eve@foreign.example");
            assertThat(only().name()).isEqualTo("report.txt");
            assertThat(post(SHARES + JSON, SHARE).status()).isEqualTo(200);
            assertThat(only().owner()).isEqualTo("eve@foreign.example");
        }

        @Test
        void whenItComesFromTheOldestServers_thenBareNamesAndTheirUrlMakeTheAddresses() {
            post(
                    SHARES + JSON,
                    "shareWith=bob&token=t&name=x&remoteId=1&owner=eve&remote=http%3A%2F%2Fforeign.example%2F");
            assertThat(only().sender()).isEqualTo("eve@foreign.example");
        }

        @Test
        void whenItIsTheFirstVersion_thenTheStatusStandsInTheEnvelopeOnly() {
            var good = post("/ocs/v1.php/cloud/shares" + JSON, SHARE);
            assertThat(good.status()).isEqualTo(200);
            assertThat(TestMesh.text(good)).contains("\"statuscode\":100");
            var bad = post("/ocs/v1.php/cloud/shares" + JSON, SHARE.replace("bob", "zoe"));
            assertThat(bad.status()).isEqualTo(200);
            assertThat(TestMesh.text(bad)).contains("\"status\":\"failure\",\"statuscode\":400");
        }

        @Test
        void whenJsonIsNotAskedFor_thenItIsXmlAndMarkedAsUnknown() {
            var reply = post(SHARES, SHARE);
            assertThat(reply.headers().first("Content-Type")).contains("application/xml; charset=utf-8");
            assertThat(TestMesh.text(reply)).contains("<statuscode>200</statuscode>");
            assertThat(mesh.testimonies.toString()).contains("ocs answer without format=json");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "shareWith=bob | shareWith= | shareWith MISSING",
                    "shareWith=bob& | '' | shareWith MISSING",
                    "shareWith=bob | shareWith=zoe | shareWith NOT_FOUND",
                    "token=t0k | tokn=t0k | sharedSecret MISSING",
                    "name=%2Freport.txt | name=a%2Fb | name INVALID",
                    "remoteId=42 | remoteId= | providerId MISSING",
                    "remoteId=42 | remoteId=42&remoteId=43 | twice",
                    "eve%40foreign | %zz | percent sign",
                    "sharedByFederatedId=eve%40foreign.example | sharedByFederatedId=eve | sender INVALID"
                })
        void whenSomethingIsWrong_thenTheEnvelopeSaysWhat(String part, String instead, String words) {
            var reply = post(SHARES + JSON, SHARE.replace(part, instead));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).contains("\"status\":\"failure\"", words);
            assertThat(bob().received().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenAnotherCameUnderItsId_thenItIsAConflict() {
            post(SHARES + JSON, SHARE);
            assertThat(post(SHARES + JSON, SHARE.replace("t0k", "other")).status())
                    .isEqualTo(409);
        }
    }

    @Nested
    class GivenNewsByHand {
        @Test
        void whenTheTokenIsRight_thenTheSharesPermissionsChangeAndItGoes() {
            post(SHARES + JSON, SHARE);
            assertThat(post(SHARES + "/42/permissions" + JSON, "token=t0k&permissions=1")
                            .status())
                    .isEqualTo(200);
            assertThat(only().permissions()).hasToString("read");
            assertThat(post(SHARES + "/42/permissions" + JSON, "token=t0k").status())
                    .isEqualTo(400);
            assertThat(post(SHARES + "/42/unshare" + JSON, "token=wrong").status())
                    .isEqualTo(410);
            assertThat(post(SHARES + "/42/unshare" + JSON, "").status()).isEqualTo(400);
            assertThat(post("//ocs//v2.php/cloud/shares/42/unshare/" + JSON, "token=t0k")
                            .status())
                    .isEqualTo(200);
            assertThat(bob().received().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenItIsAboutAShareOfThisServer_thenTheTokenIsNeededToo() {
            alice().write(Place.own("a.txt"), Content.of(new byte[1]));
            bob().write(Place.own("b.txt"), Content.of(new byte[1]));
            var id = bob().share(ShareWish.of("b.txt", "alice@alpha.example"))
                    .value()
                    .orElseThrow()
                    .id();
            assertThat(post(SHARES + "/" + id + "/accept" + JSON, "token=wrong").status())
                    .isEqualTo(403);
            assertThat(post(SHARES + "/none/accept" + JSON, "token=wrong").status())
                    .isEqualTo(410);
            assertThat(post(SHARES + "/" + id + "/revoke" + JSON, "token=wrong").status())
                    .isEqualTo(403);
            var token = ((Body.Bytes) mesh.raw.getLast().body()).text().replaceAll(".*token=([^&]+).*", "$1");
            assertThat(post(SHARES + "/" + id + "/reshare" + JSON, "token=" + token + "&shareWith=x%40y.example")
                            .status())
                    .isEqualTo(403);
            assertThat(post(SHARES + "/" + id + "/revoke" + JSON, "token=" + token)
                            .status())
                    .isEqualTo(200);
            assertThat(bob().shared().value().orElseThrow()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"move,501", "eat,501", "accept,410"})
        void whenTheCallOrTheIdIsStrange_thenItIsRefused(String call, int status) {
            assertThat(post(SHARES + "/%2F%00/" + call + JSON, "token=t").status())
                    .isIn(status, 410);
            assertThat(post(SHARES + "/7/" + call + JSON, "token=t").status()).isEqualTo(status);
        }
    }

    @Nested
    class GivenPathsAndMethods {
        @ParameterizedTest
        @CsvSource({
            "GET,/ocs-provider/,200",
            "GET,/ocs-provider,200",
            "GET,/.well-known/ocm,404",
            "GET,/ocm-provider/,404",
            "GET,/ocs/v2.php/cloud/shares,405",
            "POST,/ocm/shares,404",
            "POST,/ocm/ocs,404",
            "POST,/ocs/v3.php/cloud/shares,404",
            "POST,/ocs/v2.php/cloud/shares/1,404"
        })
        void whenAskedByHand_thenTheStatusFits(String method, String path, int status) {
            assertThat(mesh.request("beta", method, path).status()).isEqualTo(status);
        }
    }
}
