package org.meshbed.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.journal.export.Curl;
import org.meshbed.simulator.journal.export.Har;
import org.meshbed.simulator.journal.export.SequenceDiagram;
import org.meshbed.simulator.journal.export.Transcript;
import org.meshbed.simulator.mesh.Mesh;

/** What real nodes draw and send never stands in anything that is published. */
final class SecretsOfAMeshTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"reference/1.5", "reference/1.0"})
    void whenAFileIsSharedAndRead_thenNothingPublishedHoldsASecret(String column) throws IOException {
        try (var mesh = mesh(column)) {
            shareAndRead(mesh);
            mesh.settle();
            assertNothingPublished(mesh.journal(), sharedSecrets(mesh.journal()));
        }
    }

    @Test
    void whenAnInviteIsAccepted_thenNothingPublishedHoldsItsToken() throws IOException {
        try (var mesh = mesh("reference/1.5")) {
            var secrets = invite(mesh);
            mesh.settle();
            assertNothingPublished(mesh.journal(), secrets);
        }
    }

    private Mesh mesh(String column) throws IOException {
        var mesh = Mesh.inVirtualTime(42)
                .node("alpha", Vendors.column(column), "alice")
                .node("beta", Vendors.column(column), "bob");
        mesh.journal().writeTo(folder.resolve("journal.jsonl"));
        return mesh;
    }

    private void assertNothingPublished(Journal journal, List<String> secrets) throws IOException {
        var entries = journal.entries();
        Har.write(entries, folder.resolve("run.har"));
        var published = List.of(
                Files.readString(folder.resolve("journal.jsonl")),
                Files.readString(folder.resolve("run.har")),
                SequenceDiagram.svg(entries),
                Transcript.of(entries),
                String.join("\n", Curl.lines(entries)));
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(2);
        for (var secret : secrets) assertThat(published).noneMatch(text -> text.contains(secret));
        assertThat(published.getFirst()).contains("secret#1");
    }

    private static List<String> invite(Mesh mesh) {
        var invite = done(mesh.party("alice", "alpha").invite()).inviteString();
        mesh.party("bob", "beta").acceptInvite(invite);
        var plain = new String(Base64.getUrlDecoder().decode(invite), StandardCharsets.UTF_8);
        return List.of(invite, plain.substring(0, plain.lastIndexOf('@')));
    }

    private static void shareAndRead(Mesh mesh) {
        var alice = mesh.party("alice", "alpha");
        var bob = mesh.party("bob", "beta");
        done(alice.write(Place.own("report.txt"), Content.of("the report".getBytes(StandardCharsets.UTF_8))));
        done(alice.share(ShareWish.of("report.txt", mesh.address("bob", "beta").toString())));
        ReceivedShare share = done(bob.received()).getFirst();
        done(bob.accept(share.id()));
        done(bob.read(Place.in(share.id(), "")));
    }

    /** Taken from the raw messages, which readers in this process may see. */
    private static List<String> sharedSecrets(Journal journal) {
        var secrets = new ArrayList<String>();
        for (var exchange : journal.exchanges()) {
            var raw = exchange.started().raw().message();
            raw.headers()
                    .first("Authorization")
                    .map(value -> value.substring(value.indexOf(' ') + 1))
                    .ifPresent(secrets::add);
            if (raw.path().endsWith("/shares") && raw.body() instanceof Body.Bytes(var bytes))
                secrets.add(secret(bytes));
        }
        return secrets;
    }

    private static String secret(byte[] share) {
        try {
            return Json.read(share).findValue("sharedSecret").asText();
        } catch (Json.NotJson e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T done(Told<T> told) {
        return switch (told) {
            case Told.Done<T>(var it, var words) -> it;
            case Told.Refused<T> refused -> throw new AssertionError(refused.words());
            case Told.Unclear<T> unclear -> throw new AssertionError(unclear.words());
            case Told.Unsupported<T> unsupported -> throw new AssertionError(unsupported.words());
        };
    }
}
