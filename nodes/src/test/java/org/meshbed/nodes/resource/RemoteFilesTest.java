package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

class RemoteFilesTest {
    private static final Endpoint SHARE = Endpoint.parse(DavDesk.ORIGIN + DavDesk.PREFIX);

    private final List<WireRequest> sent = new ArrayList<>();

    @Nested
    class GivenAFolderAtAnotherServer {
        final DavDesk dav = DavDesk.overFolder(Permissions.READ_WRITE);
        final RemoteFiles remote = remote(request -> new Exchange.Replied(dav.answer(request)));

        @Test
        void whenRead_thenTheContentComes() throws Exception {
            assertThat(text(remote.read("sub/b.txt"))).isEqualTo("bee");
            assertThat(sent)
                    .containsExactly(new WireRequest(
                            "GET",
                            "/dav/ocm/7c1e/sub/b.txt",
                            Headers.of("Authorization", "Bearer secret"),
                            Body.NONE,
                            Framing.NONE));
        }

        @Test
        void whenWritten_thenItIsThereAndTheFramingFitsTheContent() throws Exception {
            assertThat(done(remote.write("n\u00e4 me%.txt", FilesTest.content("new"))))
                    .isTrue();
            assertThat(dav.desk.text("alice", "shared/n\u00e4 me%.txt")).isEqualTo("new");
            assertThat(done(remote.write("a.txt", new DavTest.Once(-1, "again"))))
                    .isTrue();
            assertThat(sent)
                    .extracting(WireRequest::target)
                    .containsExactly("/dav/ocm/7c1e/n%C3%A4%20me%25.txt", "/dav/ocm/7c1e/a.txt");
            assertThat(sent).extracting(WireRequest::framing).containsExactly(Framing.LENGTH, Framing.CHUNKED);
        }

        @Test
        void whenListed_thenItsChildrenCome() {
            assertThat(remote.list("").value())
                    .contains(List.of(new Entry("a.txt", false, 10), new Entry("sub", true, 0)));
            assertThat(remote.list("sub/").value()).contains(List.of(new Entry("b.txt", false, 3)));
            assertThat(sent)
                    .extracting(request -> request.headers().first("Depth").orElse(""))
                    .containsExactly("1", "1");
            assertThat(remote.list("a.txt")).isEqualTo(new RemoteOutcome.NotAFolder<>());
            assertThat(remote.list("none")).isEqualTo(new RemoteOutcome.NotFound<>());
        }

        @Test
        void whenAFolderIsMade_thenItIsThereOnce() {
            assertThat(done(remote.makeFolder("new"))).isTrue();
            assertThat(remote.makeFolder("new")).isEqualTo(new RemoteOutcome.Exists<>());
            assertThat(remote.makeFolder("none/new")).isEqualTo(new RemoteOutcome.NoParent<>());
        }

        @Test
        void whenMoved_thenNothingIsOverwritten() throws Exception {
            assertThat(remote.move("a.txt", "sub/b.txt")).isEqualTo(new RemoteOutcome.Exists<>());
            assertThat(done(remote.move("a.txt", "sub/c d.txt"))).isTrue();
            assertThat(dav.desk.text("alice", "shared/sub/c d.txt")).isEqualTo("0123456789");
            assertThat(sent.getLast().headers().first("Destination"))
                    .contains("https://alpha.example:9401/dav/ocm/7c1e/sub/c%20d.txt");
            assertThat(remote.move("none", "x")).isEqualTo(new RemoteOutcome.NotFound<>());
        }

        @Test
        void whenDeleted_thenItIsGone() {
            assertThat(done(remote.delete("a.txt"))).isTrue();
            assertThat(remote.delete("a.txt")).isEqualTo(new RemoteOutcome.NotFound<>());
            assertThat(remote.delete("")).isEqualTo(new RemoteOutcome.Forbidden<>());
        }

        @Test
        void whenThePathIsNone_thenNothingIsSent() {
            for (var path : List.of("../x", "a//b", "\n"))
                assertThat(remote.read(path)).isInstanceOf(RemoteOutcome.BadPath.class);
            assertThat(remote.move("a.txt", "..")).isInstanceOf(RemoteOutcome.BadPath.class);
            assertThat(sent).isEmpty();
        }
    }

    @Nested
    class GivenAnotherVendorsManner {
        @Test
        void whenASecondAuthorizationAndAHeaderAreItsManner_thenTheyAreSent() {
            var remote = new RemoteFiles(
                    transport(_ -> new Exchange.Replied(WireReply.empty(204))),
                    SHARE,
                    List.of("Bearer secret", "Basic c2VjcmV0Og=="),
                    Timeouts.USUAL,
                    request -> request.withHeaders(request.headers().and("User-Agent", "odd/1")));
            remote.delete("x");
            assertThat(sent.getFirst().headers().lines())
                    .containsExactly(
                            new Header("Authorization", "Bearer secret"),
                            new Header("Authorization", "Basic c2VjcmV0Og=="),
                            new Header("User-Agent", "odd/1"));
        }
    }

    @Nested
    class GivenAnswersOfEveryKind {
        @ParameterizedTest
        @CsvSource({
            "401, Unauthorized, did not accept the credentials of the share",
            "403, Forbidden, does not allow it",
            "404, NotFound, 'does not have it, or not any more'",
            "410, NotFound, 'does not have it, or not any more'",
            "409, NoParent, has no folder for it to stand in",
            "302, Unexpected, answered 302: not an answer to what was asked",
            "500, Unexpected, answered 500: not an answer to what was asked",
            "204, Unexpected, answered 204: not an answer to what was asked",
            "207, Unexpected, answered 207: not an answer to what was asked",
        })
        void whenARefusalComes_thenItIsToldApart(int status, String kind, String words) {
            var outcome =
                    remote(_ -> new Exchange.Replied(WireReply.empty(status))).read("a");
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(outcome.words()).isEqualTo(words);
            assertThat(outcome.unclear()).isFalse();
            assertThat(outcome.value()).isEmpty();
            assertThat(outcome.map(_ -> 1).words()).isEqualTo(words);
        }

        @Test
        void whenNoAnswerComes_thenItIsSaidWhetherItMayHaveHappened() {
            var refused = remote(_ -> new Exchange.Refused("nobody listens")).delete("a");
            assertThat(refused.words()).isEqualTo("could not be reached (nobody listens)");
            assertThat(refused.unclear()).isFalse();
            assertThat(remote(_ -> new Exchange.Reset(true, "cut")).delete("a").unclear())
                    .isTrue();
            assertThat(remote(_ -> new Exchange.TimedOut(true, "late"))
                            .delete("a")
                            .unclear())
                    .isTrue();
            assertThat(remote(_ -> new Exchange.TimedOut(false, "late"))
                            .delete("a")
                            .unclear())
                    .isFalse();
            assertThat(remote(_ -> new Exchange.TlsFailed("expired"))
                            .delete("a")
                            .unclear())
                    .isFalse();
        }

        @Test
        void whenARefusalHasAContent_thenItIsThrownAway() {
            for (var status : List.of(204, 404, 405, 412)) {
                var content = new Watched();
                var reply = WireReply.of(status, Headers.NONE, new Body.Stream(content));
                remote(_ -> new Exchange.Replied(reply)).makeFolder("a");
                remote(_ -> new Exchange.Replied(reply)).move("a", "b");
                assertThat(content.closed).isTrue();
            }
        }

        @Test
        void whenAFileComesWithoutBodyOrWhole_thenItIsRead() throws Exception {
            assertThat(text(remote(_ -> new Exchange.Replied(WireReply.empty(200)))
                            .read("a")))
                    .isEmpty();
            assertThat(text(remote(_ -> new Exchange.Replied(WireReply.text(200, "x")))
                            .read("a")))
                    .isEqualTo("x");
        }
    }

    @Nested
    class GivenListingsOfOtherMakes {
        @Test
        void whenHrefsAreWrittenInOtherWays_thenTheyAreUnderstood() {
            assertThat(listing(
                            response("https://other.name/dav/ocm/7c1e", true, ""),
                            response("/dav/ocm/7c1e/a%2etxt", false, "<D:getcontentlength> 12 </D:getcontentlength>"),
                            response("http://alpha.example//dav/ocm/%37c1e/f%C3%BC/", true, ""),
                            response(" /dav/ocm/7c1e/x y ".replace("x y", "x%20y"), false, "")))
                    .isEqualTo(new RemoteOutcome.Done<>(List.of(
                            new Entry("a.txt", false, 12), new Entry("f\u00fc", true, 0), new Entry("x y", false, 0))));
        }

        @Test
        void whenLinesAreHostile_thenTheyAreLeftOut() {
            assertThat(listing(
                            response("/dav/ocm/7c1e/..", false, ""),
                            response("/dav/ocm/7c1e/%2e%2e", false, ""),
                            response("/dav/ocm/7c1e/a%2fb", false, ""),
                            response("/dav/ocm/7c1e/a/b", false, ""),
                            response("/dav/ocm/other", false, ""),
                            response("/etc/passwd", false, ""),
                            response("javascript:alert(1)", false, ""),
                            response("a.txt", false, ""),
                            response("https://alpha.example", false, ""),
                            response("", false, ""),
                            response("/dav/ocm/7c1e/" + "n".repeat(2000), false, ""),
                            response("/dav/ocm/7c1e/%00", false, ""),
                            "<D:response/>",
                            response("/dav/ocm/7c1e/ok", false, "<D:getcontentlength>-5</D:getcontentlength>"),
                            response("/dav/ocm/7c1e/ok/", true, "")))
                    .isEqualTo(new RemoteOutcome.Done<>(List.of(new Entry("ok", false, 0))));
        }

        @Test
        void whenAPropertyIsUnderAFailure_thenItDoesNotCount() {
            var failed =
                    "<D:response><D:href>/dav/ocm/7c1e/a</D:href><D:propstat><D:prop><D:resourcetype><D:collection/>"
                            + "</D:resourcetype></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>";
            assertThat(listing(failed)).isEqualTo(new RemoteOutcome.Done<>(List.of(new Entry("a", false, 0))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "<html>log in</html>",
                    "{}",
                    "<multistatus/>",
                    "<!DOCTYPE x><D:multistatus xmlns:D='DAV:'/>"
                })
        void whenTheListingIsNone_thenThatIsSaid(String body) {
            var outcome =
                    remote(_ -> new Exchange.Replied(WireReply.text(207, body))).list("");
            assertThat(outcome.words()).isEqualTo("answered 207: a listing that cannot be understood");
        }

        @Test
        void whenTheListingIsEndlessOrBreaks_thenThatIsSaid() {
            for (var content : List.of(new Spaces(1L << 40), new Spaces(-1))) {
                var reply = WireReply.of(207, Headers.NONE, new Body.Stream(content));
                assertThat(remote(_ -> new Exchange.Replied(reply)).list("").words())
                        .isEqualTo("answered 207: a listing that is too long or broke off");
            }
        }

        private RemoteOutcome<List<Entry>> listing(String... responses) {
            var body = "<D:multistatus xmlns:D='DAV:'>" + String.join("", responses) + "</D:multistatus>";
            return remote(_ -> new Exchange.Replied(WireReply.text(207, body))).list("");
        }

        private static String response(String href, boolean folder, String more) {
            return "<D:response><D:href>" + href + "</D:href><D:propstat><D:prop><D:resourcetype>"
                    + (folder ? "<D:collection/>" : "") + "</D:resourcetype>" + more
                    + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
        }
    }

    private RemoteFiles remote(java.util.function.Function<WireRequest, Exchange> server) {
        return new RemoteFiles(
                transport(server), SHARE, List.of("Bearer secret"), Timeouts.USUAL, UnaryOperator.identity());
    }

    private Transport transport(java.util.function.Function<WireRequest, Exchange> server) {
        return (to, request, _) -> {
            assertThat(to).isEqualTo(SHARE.origin());
            sent.add(request);
            return server.apply(request);
        };
    }

    private static boolean done(RemoteOutcome<?> outcome) {
        return outcome instanceof RemoteOutcome.Done;
    }

    private static String text(RemoteOutcome<Content> outcome) throws IOException {
        try (var in = outcome.value().orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Watched implements Content {
        boolean closed;

        @Override
        public long length() {
            return 1;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[1]) {
                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }

    /** Spaces without end, or a stream that cannot be opened where the length is negative. */
    private record Spaces(long length) implements Content {
        @Override
        public InputStream open() throws IOException {
            if (length < 0) throw new IOException("gone");
            return new InputStream() {
                @Override
                public int read() {
                    return ' ';
                }
            };
        }
    }
}
