package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** A server that describes files in its own words, gives out tokens that say what they open, and looks at what comes. */
class RevaTest {
    private static final String COLUMN = "reva/3.12";
    private static final String ASKED = "<d:propfind xmlns:d='DAV:' xmlns:oc='http://owncloud.org/ns'><d:prop>"
            + "<d:displayname/><d:resourcetype/><oc:permissions/></d:prop></d:propfind>";

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void acquainted() {
        mesh.node("alpha", COLUMN, "alice");
        mesh.node("beta", COLUMN, "bob");
        mesh.nodes
                .values()
                .forEach(node ->
                        node.operator().editProviderList(List.of("alpha.example", "beta.example", "p.example")));
        mesh.nodes.get("alpha.example").operator().acquaint("alice", new Contact("bob@beta.example", "Bob", "bob@b"));
        mesh.nodes.get("beta.example").operator().acquaint("bob", new Contact("alice@alpha.example", "Alice", ""));
        mesh.party("alice@alpha").write(Place.own("a.txt"), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
        mesh.party("alice@alpha").makeFolder(Place.own("docs"));
        mesh.party("alice@alpha").write(Place.own("docs/\u00fc.txt"), Content.of(new byte[] {'x'}));
    }

    private Told<SentShare> shares(String path, Permissions permissions) {
        return shares(path, permissions, Optional.empty());
    }

    private Told<SentShare> shares(String path, Permissions permissions, Optional<Instant> expiry) {
        return mesh.party("alice@alpha")
                .share(new ShareWish(path, "bob@beta.example", ShareType.USER, permissions, expiry, false));
    }

    private String secret() {
        var posted = mesh.raw.stream()
                .filter(r -> r.target().equals("/ocm/shares"))
                .toList()
                .getLast();
        var body = new String(
                posted.body() instanceof org.meshbed.nodes.protocol.Body.Bytes(var bytes) ? bytes : new byte[0],
                StandardCharsets.UTF_8);
        return body.replaceFirst("(?s).*\"sharedSecret\":\"([^\"]*)\".*", "$1");
    }

    private WireReply asks(String method, String target, String authorization, String depth, String body) {
        return (WireReply) mesh.send(
                "alpha",
                new WireRequest(
                        method,
                        "/remote.php/dav/ocm" + target,
                        Headers.of("Authorization", authorization, "Depth", depth),
                        org.meshbed.nodes.protocol.Body.of(body.getBytes(StandardCharsets.UTF_8)),
                        org.meshbed.nodes.protocol.Framing.LENGTH));
    }

    private static String text(WireReply reply) {
        return switch (reply.body()) {
            case org.meshbed.nodes.protocol.Body.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case org.meshbed.nodes.protocol.Body.None() -> "";
            case org.meshbed.nodes.protocol.Body.Stream _ -> "a stream";
        };
    }

    @Nested
    class GivenASharedFolder {
        private String id = "";

        @BeforeEach
        void shared() {
            id = shares("docs", Permissions.READ).value().orElseThrow().id();
        }

        @Test
        void whenDescribed_thenInItsOwnNames() {
            var reply = asks("PROPFIND", "/" + id, "Bearer " + secret(), "1", ASKED);
            assertThat(reply.status()).isEqualTo(207);
            assertThat(reply.headers().first("Dav")).contains("1, 3, extended-mkcol");
            assertThat(text(reply))
                    .contains(">" + id + "<")
                    .contains("%c3%bc.txt</d:href>")
                    .contains(">S<", ">SO<", "404 Not Found");
        }

        @Test
        void whenNothingIsNamed_thenAllThereIsIsTold() {
            var told = text(asks("PROPFIND", "/" + id, "Bearer " + secret(), "0", ""));
            assertThat(told).contains("fileid-alice%2Fdocs", ">4096<").doesNotContain("404 Not Found");
        }

        @Test
        void whenTheDepthIsOdd_thenItIsRefusedInWords() {
            var reply = asks("PROPFIND", "/" + id, "Bearer " + secret(), "7", "");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(text(reply)).contains("Invalid Depth header value: 7");
        }

        @Test
        void whenTheBodyIsNoXml_thenItIsRefused() {
            assertThat(asks("PROPFIND", "/" + id, "Bearer " + secret(), "0", "<d:prop")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void whenSharedOnceMore_thenNothingIsSent() {
            var before = mesh.requests.size();
            assertThat(shares("docs", Permissions.READ).words()).contains("is shared", "already");
            assertThat(mesh.requests).hasSize(before);
        }

        @Test
        void whenAPropertyIsToBeSet_thenItIsSaidToBe() {
            var update = "<d:propertyupdate xmlns:d='DAV:'><d:set><d:prop><d:displayname>z</d:displayname></d:prop>"
                    + "</d:set></d:propertyupdate>";
            var reply = asks("PROPPATCH", "/" + id, "Bearer " + secret(), "0", update);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(text(reply))
                    .contains("<d:href>/remote.php/dav/ocm/" + secret() + "/</d:href>", "displayname", "200 OK");
            assertThat(text(asks(
                            "PROPPATCH", "/" + id, "Bearer " + secret(), "0", "<d:propertyupdate xmlns:d='DAV:'/>")))
                    .doesNotContain("propstat");
            assertThat(asks("PROPPATCH", "/" + id, "Bearer " + secret(), "0", "<x/>")
                            .status())
                    .isEqualTo(400);
            assertThat(asks("PROPPATCH", "/" + id, "Bearer " + secret(), "0", "no xml")
                            .status())
                    .isEqualTo(400);
            assertThat(asks("PROPPATCH", "/" + id + "/none", "Bearer " + secret(), "0", update)
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void whenDescribed_thenItsTagIsItsOwn() {
            var told = text(asks("PROPFIND", "/" + id, "Bearer " + secret(), "0", ""));
            assertThat(told).containsPattern("getetag>&#34;[0-9a-f]{32}&#34;<");
        }

        @Test
        void whenTheRecipientIsNoContactAnyMore_thenTheSecretOpensNothing() {
            mesh.party("alice@alpha").removeContact("bob@beta.example");
            assertThat(asks("PROPFIND", "/" + id, "Bearer " + secret(), "0", "").status())
                    .isEqualTo(401);
        }

        @Test
        void whenAWriterDeletesItsRoot_thenTheFolderIsGone() {
            mesh.party("alice@alpha").changePermissions(id, Permissions.ALL);
            assertThat(asks("DELETE", "/" + id, "Bearer " + secret(), "infinity", "")
                            .status())
                    .isEqualTo(204);
            assertThat(mesh.party("alice@alpha").list(Place.own("docs")).happened())
                    .isFalse();
        }
    }

    private WireReply exchanges(String query, String type, String body) {
        return (WireReply) mesh.send(
                "alpha",
                WireRequest.post(
                        "/ocm/token" + query, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Nested
    class GivenPeopleWhoMeet {
        private static final String FORM = "application/x-www-form-urlencoded";

        private String token() {
            var invite =
                    mesh.party("alice@alpha").invite().value().orElseThrow().inviteString();
            return org.meshbed.nodes.invite.InviteString.parse(invite).token().value();
        }

        private List<String> contacts(String party) {
            return mesh.party(party).contacts().value().orElseThrow().stream()
                    .map(Contact::address)
                    .toList();
        }

        @Test
        void whenTheirIdHoldsTheirServer_thenItIsCutAndAnotherServerStays() {
            for (var id : List.of("pia@https://p.example@p.example", "pia@https://idp.example"))
                mesh.post(
                        "alpha",
                        "/ocm/invite-accepted",
                        "{\"token\":\"" + token() + "\",\"userID\":\"" + id
                                + "\",\"email\":\"\",\"name\":\"Pia\",\"recipientProvider\":\"p.example\"}");
            assertThat(contacts("alice@alpha")).contains("pia@p.example", "pia@https://idp.example@p.example");
        }

        @Test
        void whenTheInviterIsNamedWithTheirServer_thenThatIsCut() {
            mesh.stranger(
                    "p.example",
                    _ -> WireReply.json(
                            200,
                            "{\"userID\":\"pia@https://p.example\",\"email\":\"\",\"name\":\"Pia\"}"
                                    .getBytes(StandardCharsets.UTF_8)));
            assertThat(mesh.party("bob@beta").acceptInvite("tok@p.example").happened())
                    .isTrue();
            assertThat(contacts("bob@beta")).contains("pia@p.example");
        }

        @Test
        void whenTheyAcceptByFormOrQuery_thenTheFieldsCountUnlessTheTypeIsJson() {
            var fields = "token=" + token() + "&recipientProvider=p.example&email=&name=Q&userID=";
            assertThat(accepts("?" + fields + "q1", "text/plain", "").status()).isEqualTo(200);
            assertThat(accepts("?" + fields + "q2", FORM, "name=Form").status()).isEqualTo(200);
            assertThat(accepts("?" + fields + "q3", "application/json", "").status())
                    .isEqualTo(400);
            assertThat(accepts("", "text/plain", "{\"token\":\"" + token() + "\"}")
                            .status())
                    .isEqualTo(400);
        }

        private WireReply accepts(String query, String type, String body) {
            return (WireReply) mesh.send(
                    "alpha",
                    WireRequest.post(
                            "/ocm/invite-accepted" + query,
                            Headers.of("Content-Type", type),
                            body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Nested
    class GivenASharedFile {
        @Test
        void whenANameStandsBehindIt_thenItIsTheFileUnderThatName() {
            var id = shares("a.txt", Permissions.READ).value().orElseThrow().id();
            var told = asks("PROPFIND", "/" + id + "/./other.txt", "Bearer " + secret(), "0", "");
            assertThat(told.status()).isEqualTo(207);
            assertThat(text(told)).contains("<d:href>/remote.php/dav/ocm/" + id + "/other.txt</d:href>");
        }

        @Test
        void whenItIsReadOnACondition_thenTheConditionIsNotLookedAt() {
            var id = shares("a.txt", Permissions.READ).value().orElseThrow().id();
            for (var condition : List.of("If-None-Match", "If-Match")) {
                var reply = (WireReply) mesh.send(
                        "alpha",
                        WireRequest.get(
                                "/remote.php/dav/ocm/" + id,
                                Headers.of(
                                        "Authorization",
                                        "Bearer " + secret(),
                                        condition,
                                        condition.equals("If-Match") ? "\"x\"" : "*")));
                assertThat(reply.status()).isEqualTo(200);
                assertThat(text(reply)).isEqualTo("a stream");
            }
        }

        @Test
        void whenTheCodeIsExchangedAgain_thenTheTokenIsAnotherOnlyInAnotherSecond() {
            shares("a.txt", Permissions.READ);
            var fields = "grant_type=authorization_code&code=" + secret();
            var first = exchanges("", "application/x-www-form-urlencoded", fields);
            var again = exchanges("?" + fields, "application/x-www-form-urlencoded", "");
            assertThat(text(again)).isEqualTo(text(first)).contains("access_token");
            mesh.pass(Duration.ofSeconds(2));
            assertThat(text(exchanges("", "application/x-www-form-urlencoded", fields)))
                    .contains("access_token")
                    .isNotEqualTo(text(first));
            assertThat(exchanges("", "application/json", "{}").status()).isEqualTo(400);
        }

        @Test
        void whenAskedForWithAllBelow_thenItIsToldTwice() {
            var id = shares("a.txt", Permissions.READ).value().orElseThrow().id();
            var told = text(asks("PROPFIND", "/" + id, "Bearer " + secret(), "1", ""));
            assertThat(told.split("<d:href>/remote.php/dav/ocm</d:href>", -1)).hasSize(3);
        }

        @Test
        void whenItShouldHaveEndedLongAgo_thenItIsSharedAndOpens() {
            var id = shares("a.txt", Permissions.READ, Optional.of(Instant.parse("2020-01-01T00:00:00Z")))
                    .value()
                    .orElseThrow()
                    .id();
            assertThat(asks("GET", "/" + id, "Bearer " + secret(), "0", "").status())
                    .isEqualTo(200);
        }

        @Test
        void whenTheCodeIsExchanged_thenTheTokenSaysWhatItOpensAndOutlivesTheShare() throws Json.NotJson {
            var id = shares("a.txt", Permissions.READ).value().orElseThrow().id();
            var form = "grant_type=authorization_code&code=" + secret();
            var reply = (WireReply) mesh.send(
                    "alpha",
                    WireRequest.post(
                            "/ocm/token",
                            Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                            form.getBytes(StandardCharsets.UTF_8)));
            var token = Json.read(text(reply).getBytes(StandardCharsets.UTF_8))
                    .path("access_token")
                    .textValue();
            var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            assertThat(claims).contains("\"opaque_id\":\"bob\"", "\"ocmshare:" + id + "\"", "\"display_name\":\"Bob\"");
            mesh.party("alice@alpha").unshare(id);
            assertThat(asks("GET", "/" + id, "Bearer " + token, "0", "").status())
                    .isEqualTo(200);
            assertThat(text(asks("PROPFIND", "/" + id, "Bearer " + token, "0", "")))
                    .contains("<d:href>/" + id + "</d:href>");
            assertThat(asks("GET", "/", "Bearer " + token, "0", "").status()).isEqualTo(200);
            mesh.pass(Duration.ofHours(25));
            assertThat(asks("GET", "/" + id, "Bearer " + token, "0", "").status())
                    .isEqualTo(401);
        }
    }

    @Nested
    class GivenAShareWithoutAnAddress {
        private static final String DOCUMENT = "{\"enabled\":true,\"apiVersion\":\"1.1.0\","
                + "\"endPoint\":\"https://other.example/ocm\",\"resourceTypes\":[{\"name\":\"file\","
                + "\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/dav/\"}}]}";

        private void comes(String protocol, String propfind) {
            mesh.stranger(
                    "p.example",
                    request -> request.target().contains("well-known")
                            ? WireReply.json(200, DOCUMENT.getBytes(StandardCharsets.UTF_8))
                            : WireReply.of(207, Headers.NONE, org.meshbed.nodes.protocol.Body.of(propfind)));
            mesh.stranger(
                    "other.example",
                    _ -> WireReply.of(207, Headers.NONE, org.meshbed.nodes.protocol.Body.of(propfind)));
            mesh.nodes.get("beta.example").operator().acquaint("bob", new Contact("pia@p.example", "Pia", ""));
            mesh.requests.clear();
            mesh.post(
                    "beta",
                    "/ocm/shares",
                    "{\"shareWith\":\"bob@beta.example\",\"name\":\"a\",\"providerId\":\"1\",\"owner\":\"pia@p.example\","
                            + "\"sender\":\"pia@p.example\",\"shareType\":\"user\",\"resourceType\":\"file\",\"protocol\":{"
                            + protocol + "}}");
        }

        private static String listing(String type) {
            return "<d:multistatus xmlns:d='DAV:'><d:response><d:href>/dav/</d:href><d:propstat><d:prop>"
                    + "<d:resourcetype>" + type + "</d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status>"
                    + "</d:propstat></d:response></d:multistatus>";
        }

        @Test
        void whenWhatIsThereIsAFolder_thenItIsKeptAsOne() {
            comes("\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"s\"}", listing("<d:collection/>"));
            assertThat(mesh.requests).containsSequence("PROPFIND other.example/dav/", "PROPFIND other.example/dav/");
            assertThat(mesh.party("bob@beta")
                            .received()
                            .value()
                            .orElseThrow()
                            .getFirst()
                            .resourceType()
                            .word())
                    .isEqualTo("folder");
        }

        @Test
        void whenWhatIsThereIsAFile_thenItStaysOne() {
            comes("\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"s\"}", listing(""));
            assertThat(mesh.party("bob@beta")
                            .received()
                            .value()
                            .orElseThrow()
                            .getFirst()
                            .resourceType()
                            .word())
                    .isEqualTo("file");
        }

        @Test
        void whenALookIsToldNothing_thenItLooksOnceMoreAndGivesUp() {
            comes("\"webdav\":{\"sharedSecret\":\"s\",\"permissions\":[\"read\"],\"uri\":\"one\"}", "no xml");
            mesh.requests.clear();
            var read = mesh.party("bob@beta")
                    .read(new Place(
                            Optional.of(mesh.party("bob@beta")
                                    .received()
                                    .value()
                                    .orElseThrow()
                                    .getFirst()
                                    .id()),
                            ""));
            assertThat(read.happened()).isFalse();
            assertThat(mesh.requests).hasSize(4).allMatch(r -> r.startsWith("PROPFIND"));
        }

        @Test
        void whenItsServerHasNoListOfTypes_thenNothingIsSharedWithItsPeople() {
            mesh.stranger(
                    "p.example",
                    _ -> WireReply.json(
                            200, DOCUMENT.replaceFirst("\\[.*]", "{}").getBytes(StandardCharsets.UTF_8)));
            mesh.requests.clear();
            var told = mesh.party("alice@alpha")
                    .share(new ShareWish(
                            "a.txt", "pia@p.example", ShareType.USER, Permissions.READ, Optional.empty(), false));
            assertThat(told.happened()).isFalse();
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }

        @Test
        void whenItsAddressIsAName_thenItIsPutBehindTheWebdavPath() {
            comes("\"webdav\":{\"sharedSecret\":\"s\",\"permissions\":[\"read\"],\"uri\":\"one\"}", listing(""));
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("PROPFIND"));
            mesh.party("bob@beta")
                    .read(new Place(
                            Optional.of(mesh.party("bob@beta")
                                    .received()
                                    .value()
                                    .orElseThrow()
                                    .getFirst()
                                    .id()),
                            ""));
            assertThat(mesh.requests).anyMatch(r -> r.startsWith("PROPFIND other.example/dav/one"));
        }

        @Test
        void whenItsAddressBeginsWithASlash_thenItIsAtTheEndpointsHost() {
            comes("\"webdav\":{\"sharedSecret\":\"s\",\"permissions\":[\"read\"],\"uri\":\"/x/y\"}", listing(""));
            mesh.party("bob@beta")
                    .read(new Place(
                            Optional.of(mesh.party("bob@beta")
                                    .received()
                                    .value()
                                    .orElseThrow()
                                    .getFirst()
                                    .id()),
                            ""));
            assertThat(mesh.requests).anyMatch(r -> r.startsWith("PROPFIND other.example/x/y"));
        }
    }
}
