package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.discovery.Directories;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** What the operator of reva can switch, each setting seen on the wire. */
class RevaSettingsTest {
    private static final String RIGHT = "reva/3.12";

    private final TestMesh mesh = new TestMesh();

    private String document(String column) {
        mesh.node("alpha", column, "alice");
        return TestMesh.text(mesh.request("alpha", "GET", "/.well-known/ocm"));
    }

    private WireReply share(String sender) {
        return mesh.postReply("alpha", "/ocm/shares", """
                {"shareWith":"alice@alpha.example","name":"a","providerId":"1","owner":"%s","sender":"%s",\
                "senderDisplayName":"Pia","shareType":"user","resourceType":"file","protocol":{"name":"multi","webdav":\
                {"sharedSecret":"s","permissions":["read"],"uri":"https://p.example/x"}}}""".formatted(sender, sender));
    }

    /** A peer with a document; its endpoint stands elsewhere than other servers have it. */
    private void peer(String more) {
        var document = """
                {"enabled":true,"apiVersion":"1.3.0","endPoint":"https://p.example/other/ocm","resourceTypes":[{"name":"file",\
                "shareTypes":["user"],"protocols":{"webdav":"/dav/"%s}}],"capabilities":["exchange-token"]}""".formatted(more);
        mesh.stranger(
                "p.example",
                request -> request.target().contains("well-known")
                        ? WireReply.json(200, document.getBytes(StandardCharsets.UTF_8))
                        : WireReply.json(
                                201, "{\"userID\":\"pia\",\"name\":\"Pia\"}".getBytes(StandardCharsets.UTF_8)));
        mesh.nodes.get("alpha.example").operator().acquaint("alice", new Contact("pia@p.example", "Pia", ""));
        mesh.party("alice@alpha").write(Place.own("a.txt"), Content.of(new byte[] {'x'}));
        mesh.requests.clear();
    }

    private String sends(String with, Optional<String> server) {
        var wish = new ShareWish("a.txt", with, ShareType.USER, Permissions.READ, Optional.empty(), false);
        mesh.party("alice@alpha").share(server.map(wish::at).orElse(wish));
        var last = mesh.raw.getLast();
        return last.method().equals("POST")
                ? new String(
                        last.body() instanceof org.meshbed.nodes.protocol.Body.Bytes(var bytes) ? bytes : new byte[0],
                        StandardCharsets.UTF_8)
                : "";
    }

    @Nested
    class GivenTheCodeFlow {
        @Test
        void whenItIsOff_thenNoTokenEndpointIsShown() {
            assertThat(document(RIGHT)).doesNotContain("tokenEndPoint", "exchange-token");
        }

        @Test
        void whenItIsOn_thenOneIs() {
            assertThat(document(RIGHT + "[code-flow=on]"))
                    .contains("\"tokenEndPoint\": \"https://alpha.example/ocm/token\"", "\"exchange-token\"");
        }
    }

    @Nested
    class GivenPagesOfApplications {
        @Test
        void whenTheyAreOff_thenNoneIsTaken() {
            assertThat(document(RIGHT)).doesNotContain("webapp");
        }

        @Test
        void whenTheyAreOn_thenTheyAreOfferedAndTaken() {
            assertThat(document(RIGHT + "[web-app=on]")).contains("\"webapp\": {}", "\"webapp-receive\"");
        }

        @Test
        void whenAShareComesWithOne_thenItGoesToThoseThatOpenOne() {
            mesh.node("alpha", RIGHT + "[apps=blank]", "alice");
            peer(",\"webapp-receive\":{\"targets\":[\"blank\"]}");
            assertThat(sends("pia@p.example", Optional.empty()))
                    .contains(
                            "\"webapp\":{\"uri\":\"https://alpha.example/external/sciencemesh/",
                            "\"targets\":[\"blank\"]");
        }

        @Test
        void whenItsCodeIsExchanged_thenTheTokenOpensThePageToo() throws Json.NotJson {
            mesh.node("alpha", RIGHT + "[apps=blank]", "alice");
            peer(",\"webapp-receive\":{\"targets\":[\"blank\"]}");
            var secret = sends("pia@p.example", Optional.empty())
                    .replaceFirst("(?s).*\"sharedSecret\":\"([^\"]*)\".*", "$1");
            var form = "grant_type=authorization_code&code=" + secret;
            var reply = (WireReply) mesh.send(
                    "alpha",
                    WireRequest.post(
                            "/ocm/token",
                            Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                            form.getBytes(StandardCharsets.UTF_8)));
            var token = Json.read(reply.bytes()).path("access_token").textValue();
            var claims = Json.read(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
            var value = claims.path("scope").elements().next().path("resource").path("value");
            assertThat(new String(Base64.getDecoder().decode(value.textValue()), StandardCharsets.UTF_8))
                    .contains("\"webdavOptions\"", "\"webappOptions\"");
        }

        @Test
        void whenTheOtherOpensNone_thenItGoesWithout() {
            mesh.node("alpha", RIGHT + "[apps=blank]", "alice");
            peer("");
            assertThat(sends("pia@p.example", Optional.empty()))
                    .contains("\"webdav\"")
                    .doesNotContain("webapp");
        }
    }

    @Nested
    class GivenAListOfServers {
        @Test
        void whenHostsAreNotChecked_thenAStrangersShareFailsForWantOfAnInvite() {
            mesh.node("alpha", RIGHT, "alice").operator();
            assertThat(TestMesh.text(share("x@unknown.example"))).contains("not in the auto-accept whitelist");
        }

        @Test
        void whenTheyAre_thenTheServerIsNotAuthorized() {
            mesh.node("alpha", RIGHT + "[host-check=on]", "alice").operator().editProviderList(List.of("p.example"));
            assertThat(TestMesh.text(share("x@unknown.example"))).contains("provider not authorized");
            assertThat(TestMesh.text(share("x@p.example"))).contains("not in the auto-accept whitelist");
        }
    }

    @Nested
    class GivenAnOpenList {
        @Test
        void whenItIsOff_thenAShareGoesToThePathOfTheList() {
            mesh.node("alpha", RIGHT, "alice");
            peer("");
            assertThat(sends("pia@p.example", Optional.empty())).isNotEmpty();
            assertThat(mesh.requests).containsExactly("GET p.example/.well-known/ocm", "POST p.example/ocm/shares");
        }

        @Test
        void whenItIsOn_thenToThatOfTheDocumentWhichIsAskedForTwice() {
            mesh.node("alpha", RIGHT + "[open-list=on]", "alice");
            peer("");
            assertThat(sends("pia@p.example", Optional.of("https://p.example"))).isNotEmpty();
            assertThat(mesh.requests)
                    .containsExactly(
                            "GET p.example/.well-known/ocm",
                            "GET p.example/.well-known/ocm",
                            "POST p.example/other/ocm/shares");
        }

        @Test
        void whenAnInviteIsAccepted_thenTheDocumentSaysWhere() {
            mesh.node("alpha", RIGHT + "[open-list=on]", "alice");
            peer("");
            mesh.party("alice@alpha").acceptInvite("t@https://p.example");
            assertThat(mesh.requests)
                    .containsExactly("GET p.example/.well-known/ocm", "POST p.example/other/ocm/invite-accepted");
        }

        @Test
        void whenTheOtherSaysNothingOfItself_thenNothingIsSent() {
            mesh.node("alpha", RIGHT + "[open-list=on]", "alice");
            peer("");
            mesh.stranger("p.example", _ -> WireReply.empty(404));
            assertThat(sends("pia@p.example", Optional.empty())).isEmpty();
        }
    }

    @Nested
    class GivenNoEndpoint {
        @Test
        void whenItsDocumentIsAskedFor_thenItSaysThatItIsSwitchedOff() {
            assertThat(document(RIGHT + "[endpoint=untold]"))
                    .contains("\"enabled\": false", "\"endPoint\": \"\"", "\"criteria\": null");
        }

        @Test
        void whenSomebodySharesWithIt_thenTheListSaysWhereTo() {
            document(RIGHT + "[endpoint=untold]");
            mesh.node("beta", RIGHT, "bob");
            mesh.nodes.get("alpha.example").operator().acquaint("alice", new Contact("bob@beta.example", "Bob", ""));
            mesh.party("bob@beta").write(Place.own("a.txt"), Content.of(new byte[] {'x'}));
            var wish = new ShareWish(
                    "a.txt", "alice@alpha.example", ShareType.USER, Permissions.READ, Optional.empty(), false);
            assertThat(mesh.party("bob@beta").share(wish).happened()).isTrue();
        }
    }

    @Nested
    class GivenServersWhosePeopleNeedNoInvite {
        @Test
        void whenThereAreNone_thenAStrangerIsRefused() {
            mesh.node("alpha", RIGHT, "alice");
            peer("");
            assertThat(share("paul@p.example").status()).isEqualTo(401);
        }

        @Test
        void whenTheServerIsOneOfThem_thenTheShareIsTakenAndItsSenderKnown() {
            mesh.node("alpha", RIGHT + "[auto-accept=listed]", new Lists(List.of("^p[.]example$"), List.of()), "alice");
            peer("");
            assertThat(share("paul@p.example").status()).isEqualTo(201);
            assertThat(mesh.party("alice@alpha").contacts().value().orElseThrow())
                    .contains(new Contact("paul@p.example", "Pia", ""));
            assertThat(share("x@q.example").status()).isEqualTo(401);
        }

        @Test
        void whenAllAre_thenEverybodysShareIsTaken() {
            mesh.node("alpha", RIGHT + "[auto-accept=everybody]", "alice");
            peer("");
            assertThat(share("paul@p.example").status()).isEqualTo(201);
        }
    }

    @Nested
    class GivenDirectoriesOfServers {
        private WireReply directory(String name, String servers) {
            return WireReply.json(
                    200, ("{" + name + "\"servers\":[" + servers + "]}").getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void whenItStarts_thenEachIsReadAndWhoHasANameIsLookedUp() {
            mesh.stranger("d.example", request -> switch (request.target()) {
                case "/one" ->
                    directory(
                            "\"federation\":\"ours\",",
                            "{\"displayName\":\"P\",\"url\":\"https://p.example/x\"},"
                                    + "{\"displayName\":\"Q\",\"url\":\"q.example\"},"
                                    + "{\"displayName\":\"odd\",\"url\":\"no place\"},{\"url\":\"r.example\"}");
                case "/two" -> directory("", "{\"displayName\":\"P\",\"url\":\"https://p.example\"}");
                default -> WireReply.text(200, "no JSON");
            });
            mesh.stranger(
                    "q.example", _ -> WireReply.json(200, "{\"apiVersion\":\"1.0\"}".getBytes(StandardCharsets.UTF_8)));
            mesh.stranger("p.example", _ -> WireReply.empty(404));
            var urls = List.of("https://d.example/one", "https://d.example/two", "https://d.example/three");
            var node = mesh.node("alpha", RIGHT, new Lists(List.of(), urls), "alice");
            mesh.settle();
            assertThat(mesh.requests)
                    .containsExactly(
                            "GET d.example/one",
                            "GET p.example/x/.well-known/ocm",
                            "GET p.example/x/ocm-provider",
                            "GET q.example/.well-known/ocm",
                            "GET d.example/two",
                            "GET d.example/three");
            assertThat(node.directories().known())
                    .containsExactly(
                            new Directories.Federation("ours", List.of(new Directories.Listed("Q", "q.example"))));
        }
    }
}
