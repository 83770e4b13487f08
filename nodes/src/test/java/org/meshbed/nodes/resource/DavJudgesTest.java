package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Bounds;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.Listening;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** A writable share on a real socket, judged by WebDAV clients that know nothing of us. */
class DavJudgesTest {
    private static final String PREFIX = "/dav/ocm/7c1e";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("alice:secret".getBytes(StandardCharsets.UTF_8));

    private static Listeners listeners;

    private final Desk desk = new Desk();
    private Listening listening;
    private String url;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        listeners = Listeners.start(new RunAuthority(new SecureRandom(), new ShareServer.Now()));
    }

    @AfterAll
    static void stop() {
        listeners.close();
    }

    @BeforeEach
    void open() {
        desk.files.makeFolder("alice", "shared");
        listening = listeners.open(0, ServerHost.parse("alpha.localhost"), Scheme.HTTP, new Guarded(), Bounds.USUAL);
        url = "http://127.0.0.1:" + listening.port() + PREFIX + "/";
    }

    @AfterEach
    void close() {
        listening.close();
    }

    @Test
    void litmusPasses() throws Exception {
        var litmus = Tool.find("litmus", folder);
        var ended = litmus.run(List.of("TESTS=basic copymove http"), "", "-k", url, "alice", "secret");
        assertThat(ended.output())
                .contains("summary for `basic'", "summary for `copymove'", "summary for `http'")
                .doesNotContain("FAIL", "SKIPPED");
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    @Test
    void rcloneCopiesChecksMovesAndPurges() throws Exception {
        var rclone = Tool.find("rclone", folder);
        var files = Files.createDirectories(folder.resolve("files").resolve("s\u00fcb %41"));
        Files.writeString(folder.resolve("files/one.txt"), "one");
        Files.write(files.resolve("large.bin"), new byte[3_000_000]);
        var secret = rclone.run(List.of(), "", "obscure", "secret").output().trim();
        var remote = ":webdav,url='" + url + "',vendor=other,user=alice,pass=" + secret + ":";

        rclone(rclone, "copy", "files", remote);
        assertThat(rclone(rclone, "lsf", "-R", remote).lines())
                .containsExactlyInAnyOrder("one.txt", "s\u00fcb %41/", "s\u00fcb %41/large.bin");
        rclone(rclone, "check", "--download", "files", remote);
        assertThat(rclone(rclone, "cat", remote + "one.txt")).isEqualTo("one");
        rclone(rclone, "moveto", remote + "one.txt", remote + "two.txt");
        rclone(rclone, "purge", remote + "s\u00fcb %41");
        assertThat(rclone(rclone, "lsf", "-R", remote).lines()).containsExactly("two.txt");
        assertThat(desk.text("alice", "shared/two.txt")).isEqualTo("one");
    }

    @Test
    void cadaverTalksToIt() throws Exception {
        var cadaver = Tool.find("cadaver", folder);
        Files.writeString(folder.resolve("one.txt"), "one");
        Files.writeString(folder.resolve(".netrc"), "machine 127.0.0.1 login alice password secret\n");
        var said = cadaver.run(
                List.of(),
                "mkcol docs\nput one.txt docs/one.txt\nls docs\ncopy docs/one.txt two.txt\nmove docs moved\n"
                        + "get moved/one.txt back.txt\ndelete two.txt\nrmcol moved\nls\nquit\n",
                url);
        assertThat(said.output()).contains("one.txt", "collection is empty").doesNotContain("failed");
        assertThat(folder.resolve("back.txt")).hasContent("one");
        assertThat(desk.files.list("alice", "shared").value()).contains(List.of());
    }

    private static String rclone(Tool rclone, String... arguments) throws Exception {
        var all = new java.util.ArrayList<>(List.of("--config", "/dev/null", "--retries", "1"));
        all.addAll(List.of(arguments));
        var ended = rclone.run(List.of(), "", all.toArray(String[]::new));
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended.output();
    }

    /** Asks for Basic credentials, as a node does for a share of OCM 1.0. */
    private final class Guarded implements Site {
        private final Dav dav = new Dav(desk.files);

        @Override
        public WireAnswer answer(WireRequest request, Caller caller) {
            if (!request.headers().all("Authorization").equals(List.of(BASIC)))
                return WireReply.of(401, Headers.of("WWW-Authenticate", "Basic realm=\"share\""), Body.NONE);
            if (!request.path().startsWith(PREFIX)) return WireReply.empty(404);
            var origin = Endpoint.parse(url).origin();
            var scope = new DavScope("alice", "shared", Permissions.ALL, PREFIX, origin);
            return dav.answer(scope, request, request.path().substring(PREFIX.length()));
        }
    }
}
