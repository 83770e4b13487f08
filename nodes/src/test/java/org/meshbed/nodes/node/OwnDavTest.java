package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** A product whose WebDAV server tells its own properties, lets some be set, and refuses in its own words: ownCloud. */
class OwnDavTest {
    private static final String MOUNT = "/public.php/webdav";
    private static final String ASK = "<d:propfind xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\""
            + " xmlns:ocs=\"http://open-collaboration-services.org/ns\"><d:prop>%s</d:prop></d:propfind>";

    private final TestMesh mesh = new TestMesh();
    private String secret = "";

    @BeforeEach
    void nodes() {
        mesh.node("alpha", "owncloud/11.0", "alice");
        mesh.node("beta", "owncloud/11.0", "bob");
        var alice = mesh.party("alice@alpha");
        alice.makeFolder(Place.own("dir"));
        alice.makeFolder(Place.own("dir/sub"));
        alice.write(Place.own("dir/a b.txt"), bytes("hello"));
        alice.write(Place.own("dir/sub/deep.txt"), bytes("deeper"));
    }

    private static Content bytes(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private void shared(String path, Permissions permissions) {
        mesh.party("alice@alpha")
                .share(new ShareWish(path, "bob@beta.example", ShareType.USER, permissions, Optional.empty(), false));
        secret = new String(((Body.Bytes) mesh.raw.getLast().body()).bytes(), StandardCharsets.UTF_8)
                .replaceFirst("(?s).*\"sharedSecret\":\"([^\"]*)\".*", "$1");
    }

    private WireReply call(String method, String path, String body, String... headers) {
        var credentials = Base64.getEncoder().encodeToString((secret + ":any").getBytes(StandardCharsets.UTF_8));
        var all = Headers.of("Host", "alpha.example", "Authorization", "Basic " + credentials);
        for (var i = 0; i < headers.length; i += 2) all = all.and(headers[i], headers[i + 1]);
        return (WireReply)
                mesh.send("alpha", new WireRequest(method, MOUNT + path, all, Body.of(body), Framing.LENGTH));
    }

    private static String text(WireReply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    private String tag(String path) {
        return text(call("PROPFIND", path, ASK.formatted("<d:getetag/>"), "Depth", "0"))
                .replaceFirst("(?s).*<d:getetag>([^<]*)<.*", "$1");
    }

    @Nested
    class GivenASharedFolder {
        @BeforeEach
        void shared() {
            OwnDavTest.this.shared("dir", Permissions.ALL);
        }

        @Test
        void whenAskedForNothing_thenAllIsTold() {
            var told = text(call("PROPFIND", "", ASK.formatted(""), "Depth", "1"));
            assertThat(told)
                    .contains("<d:href>/public.php/webdav/</d:href>")
                    .contains("<d:href>/public.php/webdav/a%20b.txt</d:href>")
                    .contains("<d:quota-used-bytes>11</d:quota-used-bytes>")
                    .contains("<d:quota-used-bytes>6</d:quota-used-bytes>")
                    .contains("<d:getcontentlength>5</d:getcontentlength>")
                    .doesNotContain("oc:permissions");
        }

        @Test
        void whenAskedByName_thenPermissionsFollowWhatItIs() {
            var names = ASK.formatted("<oc:permissions/><ocs:share-permissions/><oc:size/><oc:fileid/><oc:tags/>");
            assertThat(text(call("PROPFIND", "/sub", names, "Depth", "0")))
                    .contains("<oc:permissions>RDNVCK</oc:permissions>")
                    .contains("<ocs:share-permissions>31</ocs:share-permissions>")
                    .contains("<oc:size>6</oc:size>")
                    .containsPattern("<oc:fileid>[0-9]{8}</oc:fileid>")
                    .contains("<d:prop><oc:tags></oc:tags></d:prop><d:status>HTTP/1.1 404 Not Found</d:status>");
            assertThat(text(call("PROPFIND", "/sub/deep.txt", names, "Depth", "0")))
                    .contains("<oc:permissions>RDNVW</oc:permissions>");
        }

        @Test
        void whenSomethingChangesBelow_thenTheTagsAboveChange() {
            var root = tag("/");
            var sub = tag("/sub");
            call("PUT", "/a%20b.txt", "other");
            assertThat(tag("/")).isNotEqualTo(root);
            assertThat(tag("/sub")).isEqualTo(sub);
        }

        @Test
        void whenCopiedOrMoved_thenTheCopyHasATagOfItsOwnAndTheMovedKeepsIts() {
            var before = tag("/a%20b.txt");
            call("COPY", "/a%20b.txt", "", "Destination", "https://alpha.example" + MOUNT + "/copy.txt");
            var moved = call("MOVE", "/a%20b.txt", "", "Destination", "https://alpha.example" + MOUNT + "/m.txt");
            assertThat(moved.headers().first("ETag").orElseThrow().replace("\"", "&quot;"))
                    .isEqualTo(before.replace("\"", "&quot;"));
            assertThat(tag("/m.txt")).isEqualTo(before);
        }

        @Test
        void whenItsTagIsDemanded_thenTheConditionHolds() {
            var tag = call("GET", "/a%20b.txt", "").headers().first("ETag").orElseThrow();
            assertThat(call("GET", "/a%20b.txt", "", "If-None-Match", tag).status())
                    .isEqualTo(304);
            assertThat(call("PUT", "/a%20b.txt", "x", "If-Match", tag).status()).isEqualTo(204);
            assertThat(call("PUT", "/a%20b.txt", "y", "If-Match", tag).status()).isEqualTo(412);
        }

        @Test
        void whenADateIsSet_thenItIsTold() {
            var update = "<d:propertyupdate xmlns:d=\"DAV:\"><d:set><d:prop>%s</d:prop></d:set></d:propertyupdate>";
            var date = "<d:lastmodified>1700000000</d:lastmodified>";
            var told = call("PROPPATCH", "/a%20b.txt", update.formatted(date));
            assertThat(text(told)).contains("<d:lastmodified/></d:prop><d:status>HTTP/1.1 200 OK");
            assertThat(call("HEAD", "/a%20b.txt", "").headers().first("Last-Modified"))
                    .contains("Tue, 14 Nov 2023 22:13:20 GMT");
        }

        @Test
        void whenSomethingElseIsToBeSetToo_thenNothingIs() {
            var update = "<d:propertyupdate xmlns:d=\"DAV:\"><d:set><d:prop><d:lastmodified>1</d:lastmodified>"
                    + "<d:getetag>x</d:getetag></d:prop></d:set></d:propertyupdate>";
            assertThat(text(call("PROPPATCH", "/sub", update)))
                    .contains("<d:lastmodified/></d:prop><d:status>HTTP/1.1 424 Failed Dependency")
                    .contains("<d:getetag/></d:prop><d:status>HTTP/1.1 403 Forbidden");
        }

        @Test
        void whenThereIsNothing_thenItSaysWhatItLookedFor() {
            var missing = call("GET", "/no%20such/file.txt", "");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(text(missing))
                    .contains("<s:message>File with name no such/file.txt could not be located</s:message>");
            assertThat(text(call("PUT", "/no/file.txt", "x"))).contains("Files cannot be created in non-existent");
        }
    }

    @Nested
    class GivenASharedFile {
        @Test
        void whenDescribed_thenItsAddressEndsInASlash() {
            shared("dir/a b.txt", Permissions.READ);
            assertThat(text(call(
                            "PROPFIND", "/", ASK.formatted("<oc:permissions xmlns:oc=\"http://owncloud.org/ns\"/>"))))
                    .contains("<d:href>/public.php/webdav/</d:href>", "<oc:permissions>R</oc:permissions>");
            assertThat(call("GET", "/", "").headers().first("Content-Type")).contains("text/plain;charset=UTF-8");
            assertThat(text(call("PUT", "/", "x"))).contains("Sabre\\DAV\\Exception\\Forbidden");
        }

        @Test
        void whenNobodyKnowsTheSecret_thenTheChallengeIsBasic() {
            shared("dir/a b.txt", Permissions.READ);
            secret = "wrong";
            var refused = call("GET", "/", "");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers().all("WWW-Authenticate"))
                    .containsExactly("Basic realm=\"ownCloud\", charset=\"UTF-8\"");
        }
    }
}
