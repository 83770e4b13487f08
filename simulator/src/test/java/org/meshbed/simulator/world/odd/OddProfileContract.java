package org.meshbed.simulator.world.odd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.Foreign;
import org.meshbed.simulator.world.World;

/** A profile that bends wherever the core lets a vendor bend: every seam holds, in the world of the subclass. */
abstract class OddProfileContract {
    private final List<WireRequest> arrived = Collections.synchronizedList(new ArrayList<>());
    private Mesh mesh;
    private Journal journal;
    private Foreign stranger;

    abstract World world(Function<java.util.function.Supplier<java.time.Instant>, Journal> journal);

    @BeforeEach
    void start() {
        var journals = new ArrayList<Journal>();
        var world = world(clock -> {
            journals.add(new Journal(clock, "odd"));
            return journals.getFirst();
        });
        journal = journals.getFirst();
        mesh = new Mesh(world, journal);
        var odd = Vendors.file(Path.of("src/test/resources/vendors/odd.yaml"));
        mesh.node("alpha", Vendors.column("reference/1.5"), "alice").node("odd", odd, "olga");
        stranger = world.addForeign("stranger", (request, _) -> answer(request));
    }

    @AfterEach
    void close() {
        mesh.close();
    }

    private WireAnswer answer(WireRequest request) {
        arrived.add(drained(request));
        var own = stranger.origin();
        return switch (request.method() + " " + request.path()) {
            case "GET /.well-known/ocm" ->
                WireReply.json(
                        200,
                        utf8("{\"enabled\":true,\"apiVersion\":\"1.5.0\",\"endPoint\":\"" + own
                                + "/api\",\"resourceTypes\":[{\"name\":\"file\",\"shareTypes\":[\"user\"],"
                                + "\"protocols\":{\"webdav\":\"/dav\"}}]}"));
            case "POST /api/shares" -> WireReply.of(302, Headers.of("Location", own + "/login"), Body.NONE);
            case "GET /login" -> WireReply.json(201, utf8("{}"));
            case "GET /dav/s1" -> WireReply.text(200, "the stranger's bytes");
            default -> WireReply.empty(404);
        };
    }

    /** The body read as it comes, so that what was sent in chunks is seen whole. */
    private static WireRequest drained(WireRequest request) {
        if (!(request.body() instanceof Body.Stream(var content))) return request;
        try (var stream = content.open()) {
            var body = Body.of(stream.readAllBytes());
            return new WireRequest(request.method(), request.target(), request.headers(), body, request.framing());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Told<SentShare> share(String user, String node, String with) {
        var party = mesh.party(user, node);
        party.write(Place.own("report.txt"), Content.of(utf8("figures")));
        return party.share(
                new ShareWish("report.txt", with, ShareType.USER, Permissions.READ, java.util.Optional.empty()));
    }

    private WireRequest arrived(String methodAndPath) {
        return arrived.stream()
                .filter(r -> (r.method() + " " + r.path()).equals(methodAndPath))
                .findFirst()
                .orElseThrow(() -> new AssertionError(methodAndPath + " did not arrive"));
    }

    @Test
    void whenTheUserIsUnknown_thenThatIsSaidBeforeTheBodyIsLookedAt_inALineOfText() {
        var to = org.meshbed.nodes.identity.Origin.https(mesh.slot("odd").host());
        var body = "{\"shareWith\":\"nobody@" + mesh.slot("odd").host() + "\",\"shareType\":7}";
        var exchange = stranger.send(to, WireRequest.post("/ocm/shares", Headers.NONE, utf8(body)));
        assertThat(exchange).isInstanceOfSatisfying(Exchange.Replied.class, replied -> {
            assertThat(replied.reply().status()).isEqualTo(404);
            assertThat(replied.reply().headers().first("Content-Type")).contains("text/plain");
            assertThat(new String(replied.reply().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("no such user\n");
        });
    }

    @Test
    void whenAShareIsTaken_thenTheConnectionClosesAfterTheEffect() {
        var told = share("alice", "alpha", mesh.address("olga", "odd").toString());
        assertThat(told).isInstanceOf(Told.Unclear.class);
        var received = mesh.party("olga", "odd").received().value().orElseThrow();
        assertThat(received).extracting(ReceivedShare::name).containsExactly("report.txt");
    }

    @Test
    void whenAShareArrives_thenTheSenderIsCalledBackInsideOfIt() {
        share("alice", "alpha", mesh.address("olga", "odd").toString());
        var announced = journal.exchanges().stream()
                .filter(x -> x.started().target().equals("/ocm/shares"))
                .findFirst()
                .orElseThrow();
        var inside = journal.entries().stream()
                .filter(e -> e instanceof Entry.ExchangeStarted)
                .map(e -> (Entry.ExchangeStarted) e)
                .filter(e -> e.stamp()
                        .inside()
                        .equals(java.util.OptionalLong.of(announced.started().exchange())))
                .map(e -> e.from() + " " + e.method() + " " + e.to())
                .toList();
        assertThat(inside).containsExactly("odd GET alpha", "odd PROPFIND alpha");
    }

    @Test
    void whenItSends_thenBodiesAreChunked_andARedirectedPostIsFollowedAsGet() {
        assertThat(share("olga", "odd", "sam@" + stranger.origin().host())).isInstanceOf(Told.Done.class);
        var post = arrived("POST /api/shares");
        assertThat(post.framing()).isEqualTo(Framing.CHUNKED);
        assertThat(post.headers().first("Content-Length")).isEmpty();
        assertThat(post.headers().first("X-Odd")).contains("yes");
        assertThat(((Body.Bytes) post.body()).text()).contains("\"providerId\"");
        assertThat(arrived("GET /login").body()).isEqualTo(Body.NONE);
    }

    @Test
    void whenTheReferenceSends_thenItFollowsNoRedirectOfAPost() {
        assertThat(share("alice", "alpha", "sam@" + stranger.origin().host()).words())
                .contains("302");
        assertThat(arrived).noneMatch(r -> r.path().equals("/login"));
    }

    @Test
    void whenItReads_thenItShowsTheSecretTwice_inOrder() throws Exception {
        var to = org.meshbed.nodes.identity.Origin.https(mesh.slot("odd").host());
        var body = """
                {"shareWith":"olga@%s","name":"notes","providerId":"s1","owner":"sam@%s","sender":"sam@%s",
                "shareType":"user","resourceType":"file","protocol":{"name":"multi",
                "webdav":{"uri":"s1","sharedSecret":"psst-psst","permissions":["read"]}}}""".formatted(
                        mesh.slot("odd").host(),
                        stranger.origin().host(),
                        stranger.origin().host());
        assertThat(stranger.send(to, WireRequest.post("/ocm/shares", Headers.NONE, utf8(body))))
                .isInstanceOf(Exchange.Reset.class);
        var olga = mesh.party("olga", "odd");
        var share = olga.received().value().orElseThrow().getFirst();
        olga.accept(share.id());
        var read = olga.read(Place.in(share.id(), "")).value().orElseThrow();
        assertThat(read.open().readAllBytes()).isEqualTo(utf8("the stranger's bytes"));
        assertThat(arrived("GET /dav/s1").headers().all("Authorization"))
                .containsExactly("Bearer psst-psst", "Basic cHNzdC1wc3N0Og==");
        mesh.settle(Duration.ofMinutes(1));
    }
}
