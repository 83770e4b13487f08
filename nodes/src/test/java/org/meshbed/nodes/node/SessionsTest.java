package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;

/** Bob's server keeps open what Alice shared with him: how often, and with what, it asks hers. */
class SessionsTest {
    private static final String QUIRKS = """
            vendor: acme
            line: "1"
            covers: all
            dialect: "1.5"
            quirks:
              - {quirk: access.states, value: any, evidence: {level: observed, in: acme-1/01, step: "a test"}}
              - quirk: access.sessions
                value: {keeps: 30min, first: 2, uploads: apart, exchanges: each, remembers: 5min}
                evidence: {level: observed, in: acme-1/01, step: "a test"}
              - quirk: access.steps
                value:
                  read: [{part: storage, asks: look}, {part: data, asks: it}]
                  list: [{part: storage, asks: look}, {part: storage, asks: it}]
                evidence: {level: observed, in: acme-1/01, step: "a test"}
              - quirk: access.asks
                value:
                  file: slash
                  schemes: [bearer, basic]
                  chunked: [PROPFIND]
                  lines: {PROPFIND: {Accept-Encoding: "\\ngzip", Content-Type: application/xml}, PUT: {Accept: none}}
                evidence: {level: observed, in: acme-1/01, step: "a test"}
              - quirk: token.exchange
                value: [offers, asks]
                evidence: {level: observed, in: acme-1/01, step: "a test"}
            """;

    @TempDir
    Path folder;

    private final TestMesh mesh = new TestMesh();

    private void meet(String alices) throws IOException {
        var file = folder.resolve("acme.yaml");
        Files.writeString(file, QUIRKS);
        mesh.node("beta", Vendors.column(file.toString()), "bob");
        mesh.node("alpha", alices, "alice");
    }

    private void shares(String path, Permissions permissions) {
        mesh.party("alice@alpha")
                .share(new ShareWish(path, "bob@beta.example", ShareType.USER, permissions, Optional.empty(), false));
        mesh.requests.clear();
        mesh.raw.clear();
    }

    private String received() {
        return mesh.party("bob@beta").received().value().orElseThrow().getLast().id();
    }

    private static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All but looking up where Alice's server is. */
    private List<WireRequest> asked() {
        return mesh.raw.stream()
                .filter(r -> !r.target().startsWith("/.well-known"))
                .toList();
    }

    private List<String> schemes() {
        return asked().stream()
                .map(r -> r.headers().first("Authorization").orElse("").replaceFirst(" .*", ""))
                .toList();
    }

    private List<String> methods() {
        return asked().stream().map(WireRequest::method).toList();
    }

    @Nested
    class GivenAFile {
        @BeforeEach
        void share() throws IOException {
            meet("reference/1.5");
            mesh.party("alice@alpha").write(Place.own("a.txt"), text("hello"));
            shares("a.txt", Permissions.ALL);
        }

        @Test
        void whenItIsReadBeforeItIsAccepted_thenEachPartOpensItOnce() {
            var place = Place.in(received(), "");
            assertThat(mesh.party("bob@beta").read(place).happened()).isTrue();
            assertThat(methods()).containsExactly("PROPFIND", "PROPFIND", "PROPFIND", "PROPFIND", "PROPFIND", "GET");
            assertThat(asked()).allMatch(r -> r.target().endsWith("/"));
            assertThat(asked().getFirst().framing()).isEqualTo(Framing.CHUNKED);
            assertThat(asked().getFirst().headers().all("Accept-Encoding")).containsExactly("", "gzip");
            mesh.raw.clear();
            mesh.party("bob@beta").read(place);
            assertThat(methods()).containsExactly("PROPFIND", "GET");
            mesh.pass(Duration.ofMinutes(40));
            mesh.raw.clear();
            mesh.party("bob@beta").list(place);
            assertThat(methods()).containsExactly("PROPFIND", "PROPFIND", "PROPFIND");
        }

        @Test
        void whenItIsTakenBack_thenEachSchemeIsTriedOnceMore() {
            var place = Place.in(received(), "");
            mesh.party("bob@beta").read(place);
            mesh.raw.clear();
            mesh.fault(
                    "alpha.example",
                    _ -> new org.meshbed.nodes.port.Exchange.Replied(org.meshbed.nodes.protocol.WireReply.empty(401)));
            assertThat(mesh.party("bob@beta").read(place).happened()).isFalse();
            assertThat(schemes()).containsExactly("Bearer", "Bearer", "Bearer", "Basic", "Basic");
        }

        @Test
        void whenNobodyAnswers_thenNothingIsSentTwice() {
            mesh.party("bob@beta").list(Place.in(received(), ""));
            mesh.pass(Duration.ofMinutes(40));
            mesh.raw.clear();
            mesh.gone("alpha.example");
            assertThat(mesh.party("bob@beta").read(Place.in(received(), "")).happened())
                    .isFalse();
            assertThat(schemes()).containsExactly("Bearer", "Basic");
        }

        @Test
        void whenItIsWritten_thenByARequestOfItsOwnTwice() {
            assertThat(mesh.party("bob@beta")
                            .write(Place.in(received(), ""), text("new"))
                            .happened())
                    .isTrue();
            assertThat(methods()).containsExactly("PUT", "PUT");
        }
    }

    @Nested
    class GivenAFolder {
        @BeforeEach
        void share() throws IOException {
            meet("reference/1.5");
            mesh.party("alice@alpha").makeFolder(Place.own("docs"));
            shares("docs", Permissions.ALL);
        }

        @Test
        void whenAFileGoesIntoANewFolder_thenThatIsMadeFirst() {
            var told = mesh.party("bob@beta").write(Place.in(received(), "new/a.txt"), text("new"));
            assertThat(told.happened()).isTrue();
            assertThat(methods()).containsExactly("MKCOL", "MKCOL", "PUT");
            assertThat(asked().getFirst().target()).endsWith("/new/");
        }

        @Test
        void whenFoldersAreMade_thenEachOfThemWhereTheirsIsMissing() {
            var bob = mesh.party("bob@beta");
            assertThat(bob.makeFolder(Place.in(received(), "a/b")).happened()).isTrue();
            assertThat(methods()).containsExactly("PROPFIND", "PROPFIND", "MKCOL", "MKCOL", "MKCOL");
            mesh.requests.clear();
            assertThat(bob.list(Place.in(received(), "a")).value().orElseThrow())
                    .hasSize(1);
            assertThat(mesh.requests.getLast()).endsWith("/a/");
            assertThat(bob.move(Place.in(received(), "a/b"), Place.in(received(), "c"))
                            .happened())
                    .isTrue();
            assertThat(bob.delete(Place.in(received(), "c")).happened()).isTrue();
        }
    }

    @Nested
    class GivenAShareThatOpensToATokenOnly {
        @BeforeEach
        void share() throws IOException {
            meet("reference/1.5[exchange=demanded]");
            mesh.party("alice@alpha").write(Place.own("a.txt"), text("hello"));
            shares("a.txt", Permissions.ALL);
        }

        @Test
        void whenItIsRead_thenEachRequestHasATokenOfItsOwn() {
            assertThat(mesh.party("bob@beta").read(Place.in(received(), "")).happened())
                    .isTrue();
            assertThat(methods()).containsExactly("POST", "PROPFIND", "PROPFIND", "POST", "GET", "GET");
        }
    }
}
