package org.meshbed.scenarios.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {
    private static final String THREE = """
            mesh: three
            nodes:
              cern: {vendor: reference/1.5, parties: [alice]}
              surf: {vendor: reference/1.5, parties: [bob]}
              sunet: {vendor: reference/1.5, settings: {mode: compat}, parties: [carol]}
            """;

    @TempDir
    Path folder;

    private Meshbed meshbed;

    @BeforeEach
    void start() {
        meshbed = new Meshbed(folder);
    }

    @AfterEach
    void end() {
        meshbed.close();
    }

    private static void needs(String tool) {
        var found = List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
        assumeTrue(found, tool + " is not installed: apt-get install " + tool);
    }

    private String does(String sentence) {
        var ended = meshbed.says(sentence);
        assertThat(ended.code()).as(sentence + ": " + ended.output()).isZero();
        return ended.output();
    }

    @Test
    void whenThreeSitesAreUp_thenCurlReachesEachByTheLineThatWasPrinted_andTheyStopAndStartBySentences()
            throws Exception {
        needs("curl");
        var up = meshbed.up(THREE, "--journal", "up.jsonl");
        for (var node : List.of("cern", "surf", "sunet")) {
            var curl = up.line("curl --resolve " + node + ".localhost");
            assertThat(meshbed.shell(curl.replace("curl", "curl -s")).output()).startsWith("{\"enabled\":true");
            var distrusting = curl.replace("curl", "curl -s").replaceAll("--cacert \\S+", "");
            assertThat(meshbed.shell(distrusting).code())
                    .as("curl trusts nobody")
                    .isEqualTo(60);
        }
        does("alice at cern has a file report.txt");
        does("alice shares report.txt with bob at surf");
        does("bob accepts report.txt");
        does("surf stops");
        assertThat(meshbed.shell(up.line("curl --resolve surf.localhost").replace("curl", "curl -s"))
                        .code())
                .as("curl is refused")
                .isEqualTo(7);
        does("surf starts");
        does("bob can read report.txt");
        foreignShare(up);
        assertThat(meshbed.says("bob at surf sees moon.txt").code()).isEqualTo(2);
        assertThat(meshbed.stop(up)).isZero();
        assertThat(Files.exists(folder.resolve(".meshbed/run/three.json"))).isFalse();
        journalTellsOf(Files.readString(folder.resolve("up.jsonl")));
    }

    private void foreignShare(Meshbed.Up up) throws IOException {
        var share = """
                {"shareWith":"bob@%s","name":"moon.txt","providerId":"f1","owner":"eve@foreign.example",
                "sender":"eve@foreign.example","shareType":"user","resourceType":"file","protocol":{"name":"multi",
                "webdav":{"uri":"f1","sharedSecret":"never-to-be-seen","permissions":["read"]}}}""".formatted(up.authority("surf"));
        Files.writeString(folder.resolve("share.json"), share);
        var post = up.line("curl --resolve surf.localhost")
                .replace("curl", "curl -s -H 'Content-Type: application/json' -d @share.json")
                .replace("/.well-known/ocm", "/ocm/shares");
        assertThat(meshbed.shell(post).output()).isEqualTo("{\"recipientDisplayName\":\"Bob\"}");
    }

    private static void journalTellsOf(String journal) {
        assertThat(journal)
                .contains("\"from\":\"foreign:127.0.0.1\"", "\"outcome\":\"received\"", "\"kind\":\"consulted\"");
        assertThat(journal.lines())
                .anyMatch(l -> l.contains("\"kind\":\"decision\"") && l.contains("from eve@foreign.example"));
        assertThat(journal).doesNotContain("never-to-be-seen");
    }

    @Test
    void whenAFolderIsShared_thenRcloneListsReadsAndWritesIt() throws Exception {
        needs("rclone");
        var up = meshbed.up(THREE);
        does("alice at cern has a folder lab with a.txt");
        does("alice shares lab with bob at surf to read and write");
        does("bob accepts lab");
        var reach = does("bob shows how to reach lab");
        var rclone = "rclone --config none.conf --ca-cert .meshbed/run/three-ca.pem --webdav-url https://127.0.0.1:"
                + up.port("cern") + reach.replaceFirst("\\S+localhost:\\d+(\\S+) .*", "$1")
                + " --webdav-bearer-token " + reach.replaceFirst(".*Bearer (\\w+)'.*", "$1") + " ";
        assertThat(meshbed.shell(rclone + "lsf :webdav: 2>&1").output()).endsWith("a.txt");
        Files.writeString(folder.resolve("b.txt"), "written by rclone");
        assertThat(meshbed.shell(rclone + "copyto b.txt :webdav:sub/b.txt").code())
                .isZero();
        assertThat(meshbed.shell(rclone + "-q cat :webdav:sub/b.txt").output()).endsWith("written by rclone");
        does("bob can read lab/a.txt");
        assertThat(meshbed.stop(up)).isZero();
    }

    @Test
    void whenAFolderIsSharedForWriting_thenLitmusPassesItsSuites() throws Exception {
        needs("litmus");
        var up = meshbed.up("""
                mesh: plain
                nodes:
                  cern: {vendor: reference/1.5, scheme: http, parties: [alice]}
                  surf: {vendor: reference/1.5, scheme: http, parties: [bob]}
                """);
        does("alice at cern has a folder lab with a.txt");
        does("alice shares lab with bob at surf to read and write");
        does("bob accepts lab");
        var reach = does("bob shows how to reach lab");
        var path = reach.replaceFirst("\\S+localhost:\\d+(\\S+) .*", "$1");
        var secret = reach.replaceFirst(".*Bearer (\\w+)'.*", "$1");
        var litmus = meshbed.shell("TESTS='basic copymove http' litmus -k http://127.0.0.1:%s%s/ %s x"
                .formatted(up.port("cern"), path, secret));
        assertThat(litmus.code()).as(litmus.output()).isZero();
        assertThat(litmus.output()).doesNotContain("FAIL");
        assertThat(meshbed.stop(up)).isZero();
    }
}
