package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshbed.nodes.resource.DavDesk.header;
import static org.meshbed.nodes.resource.DavDesk.text;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;

class DavTest {
    private static final String ETAG = "\"84d89877f0d4041efb6b-1\"";
    private static final String MODIFIED = "Tue, 24 Nov 2026 08:00:00 GMT";

    @Nested
    class GivenAReadableFile {
        final DavDesk dav = DavDesk.overFolder(Permissions.READ);

        @Test
        void whenGot_thenContentAndItsFactsAreSent() {
            var reply = dav.ask("GET", "/a.txt");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(text(reply)).isEqualTo("0123456789");
            assertThat(header(reply, "ETag")).isEqualTo(ETAG);
            assertThat(header(reply, "Last-Modified")).isEqualTo(MODIFIED);
            assertThat(header(reply, "Accept-Ranges")).isEqualTo("bytes");
            assertThat(header(reply, "Content-Type")).isEqualTo("text/plain");
        }

        @Test
        void whenOnlyTheHeadIsAsked_thenNoBodyIsSent() {
            var reply = dav.ask("HEAD", "/a.txt", "Range", "bytes=0-1");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(Body.NONE);
            assertThat(header(reply, "Content-Length")).isEqualTo("10");
            assertThat(header(reply, "ETag")).isEqualTo(ETAG);
            assertThat(dav.status("HEAD", "/a.txt", "If-None-Match", ETAG)).isEqualTo(304);
            assertThat(dav.status("HEAD", "/a.txt", "If-Match", "\"x\"")).isEqualTo(412);
            assertThat(dav.status("HEAD", "/none")).isEqualTo(404);
            assertThat(dav.status("HEAD", "/sub")).isEqualTo(405);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "bytes=0-3    | 0123 | bytes 0-3/10",
                    "bytes=3-     | 3456789 | bytes 3-9/10",
                    "bytes=-4     | 6789 | bytes 6-9/10",
                    "bytes=-99    | 0123456789 | bytes 0-9/10",
                    "bytes=8-99   | 89 | bytes 8-9/10",
                    "Bytes = x    | 0123456789 | (none)",
                    "bytes=9-9    | 9 | bytes 9-9/10",
                    "bytes=2-2,99-| 2 | bytes 2-2/10",
                    "bytes=5-2    | 0123456789 | (none)",
                    "bytes=a-b    | 0123456789 | (none)",
                    "bytes=       | 0123456789 | (none)",
                    "bytes=1-2,   | 0123456789 | (none)",
                    "lines=1-2    | 0123456789 | (none)",
                    "bytes=1-2,2-3| 0123456789 | (none)",
                    "bytes=5-6,1-2| 0123456789 | (none)",
                })
        void whenOneRangeIsAsked_thenItIsSent(String range, String body, String contentRange) {
            var reply = dav.ask("GET", "/a.txt", "Range", range);
            assertThat(reply.status()).isEqualTo(contentRange.equals("(none)") ? 200 : 206);
            assertThat(header(reply, "Content-Range")).isEqualTo(contentRange);
            assertThat(text(reply)).isEqualTo(body);
            assertThat(((Body.Stream) reply.body()).content().length()).isEqualTo(body.length());
        }

        @Test
        void whenARangeIsBehindTheEnd_thenItCannotBeSatisfied() {
            for (var range : List.of("bytes=10-", "bytes=99-100,50-", "bytes=-0")) {
                var reply = dav.ask("GET", "/a.txt", "Range", range);
                assertThat(reply.status()).isEqualTo(416);
                assertThat(header(reply, "Content-Range")).isEqualTo("bytes */10");
            }
        }

        @Test
        void whenSeveralRangesAreAsked_thenTheyComeAsParts() {
            var reply = dav.ask("GET", "/a.txt", "Range", "bytes=0-1, 4-5,-1");
            var boundary = "meshbed-84d89877f0d4041efb6bf91a16f0248f";
            assertThat(reply.status()).isEqualTo(206);
            assertThat(header(reply, "Content-Type")).isEqualTo("multipart/byteranges; boundary=" + boundary);
            var text = text(dav.ask("GET", "/a.txt", "Range", "bytes=0-1, 4-5,-1"));
            assertThat(text)
                    .isEqualTo(part(boundary, "0-1", "01") + part(boundary, "4-5", "45") + part(boundary, "9-9", "9")
                            + "\r\n--" + boundary + "--\r\n");
            assertThat(((Body.Stream) reply.body()).content().length()).isEqualTo(text.length());
        }

        @Test
        void whenTooManyRangesAreAsked_thenTheWholeFileIsSent() {
            dav.files.write("alice", "shared/large", FilesTest.content("x".repeat(100)));
            var many = new StringBuilder("bytes=0-0");
            for (var i = 2; i < 40; i += 2)
                many.append(",").append(i).append("-").append(i);
            assertThat(dav.status("GET", "/large", "Range", many.toString())).isEqualTo(200);
        }

        @Test
        void whenAnEmptyFileIsAskedForARange_thenTheWholeFileIsSent() {
            dav.files.write("alice", "shared/empty", FilesTest.content(""));
            assertThat(dav.status("GET", "/empty", "Range", "bytes=0-")).isEqualTo(200);
        }

        @Test
        void whenTheRangeDependsOnTheFile_thenItCountsOnlyForThatFile() {
            for (var same : List.of(ETAG, MODIFIED))
                assertThat(dav.status("GET", "/a.txt", "Range", "bytes=0-1", "If-Range", same))
                        .isEqualTo(206);
            for (var other : List.of("\"x\"", "W/" + ETAG, "Mon, 23 Nov 2026 08:00:00 GMT", "nonsense"))
                assertThat(dav.status("GET", "/a.txt", "Range", "bytes=0-1", "If-Range", other))
                        .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "If-None-Match       | \"84d89877f0d4041efb6b-1\"             | 304",
                    "If-None-Match       | \"x\", W/\"84d89877f0d4041efb6b-1\"    | 304",
                    "If-None-Match       | *                                      | 304",
                    "If-None-Match       | \"x\"                                  | 200",
                    "If-Match            | \"84d89877f0d4041efb6b-1\"             | 200",
                    "If-Match            | *                                      | 200",
                    "If-Match            | W/\"84d89877f0d4041efb6b-1\"           | 412",
                    "If-Match            | \"x\"                                  | 412",
                    "If-Modified-Since   | Tue, 24 Nov 2026 08:00:00 GMT          | 304",
                    "If-Modified-Since   | Tuesday, 24-Nov-26 08:00:00 GMT        | 304",
                    "If-Modified-Since   | Tue Nov 24 08:00:00 2026               | 304",
                    "If-Modified-Since   | Tue, 24 Nov 2026 07:59:59 GMT          | 200",
                    "If-Modified-Since   | yesterday                              | 200",
                    "If-Unmodified-Since | Tue, 24 Nov 2026 08:00:00 GMT          | 200",
                    "If-Unmodified-Since | Tue, 24 Nov 2026 07:59:59 GMT          | 412",
                    "If-Unmodified-Since | tomorrow                               | 200",
                })
        void whenAConditionIsSet_thenItIsHeard(String name, String value, int status) {
            assertThat(dav.status("GET", "/a.txt", name, value)).isEqualTo(status);
        }

        @Test
        void whenTagAndDateAreBothGiven_thenTheTagDecides() {
            assertThat(dav.status("GET", "/a.txt", "If-None-Match", "\"x\"", "If-Modified-Since", MODIFIED))
                    .isEqualTo(200);
        }

        @Test
        void whenItIsAFolder_thenItCannotBeGot() {
            var reply = dav.ask("GET", "/sub");
            assertThat(reply.status()).isEqualTo(405);
            assertThat(header(reply, "Allow")).isEqualTo("OPTIONS, PROPFIND");
        }

        @Test
        void whenChangedBetweenAnswerAndSending_thenWhatWasAnsweredIsSent() {
            var reply = dav.ask("GET", "/a.txt", "Range", "bytes=2-4");
            dav.files.write("alice", "shared/a.txt", FilesTest.content("!"));
            assertThat(text(reply)).isEqualTo("234");
        }

        @Test
        void whenTheShareIsOfOneFile_thenItStandsAtTheRoot() {
            var file = DavDesk.overFile(Permissions.READ);
            assertThat(text(file.ask("GET", ""))).isEqualTo("report");
            assertThat(text(file.ask("GET", "/"))).isEqualTo("report");
            assertThat(file.status("GET", "/report.txt")).isEqualTo(404);
            assertThat(text(file.propfind("", "0", ""))).contains("<d:href>/dav/ocm/7c1e</d:href>");
        }

        private static String part(String boundary, String range, String body) {
            return "\r\n--" + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + range + "/10\r\n\r\n"
                    + body;
        }
    }

    @Nested
    class GivenPaths {
        final DavDesk dav = DavDesk.overFolder(Permissions.ALL);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/../secret.txt",
                    "/%2e%2e/secret.txt",
                    "/.%2E/secret.txt",
                    "/sub/../../secret.txt",
                    "/./a.txt",
                    "/sub%2fb.txt",
                    "/%2F..%2Fsecret.txt",
                    "/a%00.txt",
                    "/a%0a.txt",
                    "/%",
                    "/%4",
                    "/%zz",
                    "/%c3",
                    "/%ed%a0%80",
                    "/a b",
                    "/é",
                    "/a.txt#part",
                })
        void whenAPathIsNone_thenItIsRefusedAndNothingShows(String path) {
            for (var method : List.of("GET", "PUT", "DELETE", "PROPFIND", "MKCOL", "OPTIONS")) {
                var reply = dav.ask(method, path);
                assertThat(reply.status()).as(method).isEqualTo(400);
                assertThat(text(reply)).doesNotContain("not shared");
            }
            assertThat(dav.status("MOVE", "/a.txt", "Destination", DavDesk.PREFIX + path))
                    .isEqualTo(400);
        }

        @Test
        void whenDoublyEncoded_thenItIsDecodedOnce() throws Exception {
            assertThat(dav.put("/%252e%252e", "x").status()).isEqualTo(201);
            assertThat(dav.desk.text("alice", "shared/%2e%2e")).isEqualTo("x");
            assertThat(dav.put("/a%5Cb%252f", "y").status()).isEqualTo(201);
            assertThat(dav.desk.text("alice", "shared/a\\b%2f")).isEqualTo("y");
        }

        @Test
        void whenSlashesAreDoubled_thenTheyCountAsOne() {
            assertThat(text(dav.ask("GET", "//sub//b.txt"))).isEqualTo("bee");
        }

        @Test
        void whenANameIsTooLong_thenTheAnswerSaysSo() {
            var reply = dav.put("/" + "n".repeat(256), "x");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(text(reply)).contains("at most 255 characters long");
            assertThat(dav.status("GET", "/x".repeat(64))).isEqualTo(400);
        }

        @Test
        void whenNamesAreOutOfTheOrdinary_thenTheyComeBackEncoded() {
            assertThat(dav.put("/%E2%82%AC%20%26%3C%3E%22", "x").status()).isEqualTo(201);
            var listing = text(dav.propfind("/", "1", ""));
            assertThat(listing)
                    .contains("<d:href>/dav/ocm/7c1e/%E2%82%AC%20%26%3C%3E%22</d:href>")
                    .contains("<d:displayname>€ &amp;&lt;&gt;&quot;</d:displayname>");
        }
    }

    @Nested
    class GivenAWritableFolder {
        final DavDesk dav = DavDesk.overFolder(Permissions.READ_WRITE);

        @Test
        void whenAFileIsPut_thenItIsCreatedAndThenOverwritten() throws Exception {
            var created = dav.put("/new.txt", "one");
            assertThat(created.status()).isEqualTo(201);
            var overwritten = dav.put("/new.txt", "two");
            assertThat(overwritten.status()).isEqualTo(204);
            assertThat(header(overwritten, "ETag")).isNotEqualTo(header(created, "ETag"));
            assertThat(header(dav.ask("GET", "/new.txt"), "ETag")).isEqualTo(header(overwritten, "ETag"));
            assertThat(dav.desk.text("alice", "shared/new.txt")).isEqualTo("two");
        }

        @Test
        void whenNothingIsPut_thenTheFileIsEmpty() throws Exception {
            assertThat(dav.status("PUT", "/empty")).isEqualTo(201);
            assertThat(dav.desk.text("alice", "shared/empty")).isEmpty();
        }

        @Test
        void whenContentOfUnknownLengthIsPut_thenAllOfItIsKept() throws Exception {
            var content = new Once(Content.UNKNOWN_LENGTH, "streamed");
            assertThat(dav.ask("PUT", "/new.txt", new Body.Stream(content)).status())
                    .isEqualTo(201);
            assertThat(dav.desk.text("alice", "shared/new.txt")).isEqualTo("streamed");
        }

        @Test
        void whenTheBodyEndsEarly_thenTheOldFileStays() throws Exception {
            assertThat(dav.ask("PUT", "/a.txt", new Body.Stream(new Once(100, "short")))
                            .status())
                    .isEqualTo(400);
            assertThat(dav.desk.text("alice", "shared/a.txt")).isEqualTo("0123456789");
        }

        @Test
        void whenThereIsNoRoom_thenTheAnswerSaysSo() {
            dav.desk.blobsAreFull(true);
            assertThat(dav.put("/new.txt", "x").status()).isEqualTo(507);
        }

        @Test
        void whenPutWhereItCannotStand_thenItIsRefused() {
            assertThat(dav.put("/none/new.txt", "x").status()).isEqualTo(409);
            assertThat(dav.put("/a.txt/new.txt", "x").status()).isEqualTo(409);
            assertThat(dav.put("/new/", "x").status()).isEqualTo(409);
            assertThat(dav.put("/sub", "x").status()).isEqualTo(405);
            assertThat(dav.put("", "x").status()).isEqualTo(405);
            assertThat(dav.put("/new.txt", "x", "Content-Range", "bytes 0-0/5").status())
                    .isEqualTo(400);
        }

        @Test
        void whenPutUnderAConditionThatFails_thenNothingChanges() throws Exception {
            assertThat(dav.put("/a.txt", "x", "If-None-Match", "*").status()).isEqualTo(412);
            assertThat(dav.put("/a.txt", "x", "If-Match", "\"x\"").status()).isEqualTo(412);
            assertThat(dav.put("/new.txt", "x", "If-Match", "*").status()).isEqualTo(412);
            assertThat(dav.desk.text("alice", "shared/a.txt")).isEqualTo("0123456789");
            assertThat(dav.status("GET", "/new.txt")).isEqualTo(404);
            assertThat(dav.put("/none/new.txt", "x", "If-Match", "*").status()).isEqualTo(409);
        }

        @Test
        void whenPutUnderAConditionThatHolds_thenItIsDone() {
            assertThat(dav.put("/a.txt", "x", "If-Match", ETAG).status()).isEqualTo(204);
            assertThat(dav.put("/new.txt", "x", "If-None-Match", "*").status()).isEqualTo(201);
        }

        @Test
        void whenAFolderIsMade_thenItIsThere() {
            assertThat(dav.status("MKCOL", "/new/")).isEqualTo(201);
            assertThat(dav.put("/new/file", "x").status()).isEqualTo(201);
            assertThat(dav.status("MKCOL", "/new")).isEqualTo(405);
            assertThat(dav.status("MKCOL", "/a.txt")).isEqualTo(405);
            assertThat(dav.status("MKCOL", "/none/new")).isEqualTo(409);
            assertThat(dav.ask("MKCOL", "/other", Body.of("<x/>")).status()).isEqualTo(415);
            assertThat(dav.status("GET", "/other")).isEqualTo(404);
        }

        @Test
        void whenDeleted_thenItIsGoneWithAllBelow() {
            assertThat(dav.status("DELETE", "/a.txt")).isEqualTo(204);
            assertThat(dav.status("DELETE", "/sub/")).isEqualTo(204);
            assertThat(dav.status("GET", "/sub/b.txt")).isEqualTo(404);
            assertThat(dav.status("DELETE", "/a.txt")).isEqualTo(404);
        }

        @Test
        void whenDeleteIsConditionalOrShallow_thenThatIsHeard() {
            assertThat(dav.status("DELETE", "/a.txt", "If-Match", "\"x\"")).isEqualTo(412);
            assertThat(dav.status("DELETE", "/sub", "Depth", "0")).isEqualTo(400);
            assertThat(dav.status("DELETE", "/sub", "Depth", "infinity")).isEqualTo(204);
        }

        @Test
        void whenTheRootIsDeletedOrMoved_thenItStays() {
            assertThat(dav.status("DELETE", "")).isEqualTo(403);
            assertThat(dav.status("DELETE", "/")).isEqualTo(403);
            assertThat(dav.status("MOVE", "/", "Destination", DavDesk.PREFIX + "/x"))
                    .isEqualTo(403);
            assertThat(dav.status("GET", "/a.txt")).isEqualTo(200);
        }

        @Test
        void whenTheRootIsGone_thenNothingIsFound() {
            dav.files.delete("alice", "shared");
            for (var method : List.of("GET", "PROPFIND", "PUT", "MKCOL", "DELETE", "OPTIONS"))
                assertThat(dav.status(method, "/a.txt")).isEqualTo(404);
        }

        @Test
        void whenASharedFileIsGone_thenAPutDoesNotBringItBack() {
            var file = DavDesk.overFile(Permissions.ALL);
            assertThat(file.put("", "new").status()).isEqualTo(204);
            file.files.delete("alice", "report.txt");
            assertThat(file.put("", "back").status()).isEqualTo(404);
        }
    }

    @Nested
    class GivenCopiesAndMoves {
        final DavDesk dav = DavDesk.overFolder(Permissions.READ_WRITE);

        @ParameterizedTest
        @ValueSource(
                strings = {"/dav/ocm/7c1e/new", "https://alpha.example:9401/dav/ocm/7c1e/new", "/dav/ocm/%37c1e/new/"})
        void whenCopiedOrMoved_thenItIsThere(String destination) throws Exception {
            assertThat(dav.status("COPY", "/a.txt", "Destination", destination)).isEqualTo(201);
            assertThat(dav.desk.text("alice", "shared/new")).isEqualTo("0123456789");
            assertThat(dav.status("MOVE", "/sub", "Destination", destination)).isEqualTo(204);
            assertThat(dav.desk.text("alice", "shared/new/b.txt")).isEqualTo("bee");
            assertThat(dav.status("GET", "/sub/b.txt")).isEqualTo(404);
        }

        @Test
        void whenTheHostIsTheOneThatWasCalled_thenItIsThisServer() {
            assertThat(dav.status(
                            "COPY",
                            "/a.txt",
                            "Host",
                            "other.name:81",
                            "Destination",
                            "http://Other.Name:81" + DavDesk.PREFIX + "/n"))
                    .isEqualTo(201);
            assertThat(dav.status(
                            "COPY",
                            "/a.txt",
                            "Host",
                            "other.name:81",
                            "Destination",
                            "http://other.name" + DavDesk.PREFIX + "/n"))
                    .isEqualTo(502);
            assertThat(dav.status(
                            "COPY",
                            "/a.txt",
                            "Host",
                            "not a host",
                            "Destination",
                            "http://other.name" + DavDesk.PREFIX + "/n"))
                    .isEqualTo(502);
        }

        @ParameterizedTest
        @CsvSource({
            "https://alpha.example/dav/ocm/7c1e/new, 502",
            "http://alpha.example:9401/dav/ocm/7c1e/new, 502",
            "/dav/ocm/7c1e, 403",
            "/dav/ocm/7c1e/, 403",
            "/dav/ocm/7c1f/new, 403",
            "/dav/ocm/7c1ee, 403",
            "/elsewhere, 403",
            "/dav/ocm/7c1e/../new, 400",
            "/dav/ocm/7c1e/%2e%2e/new, 400",
            "/dav/ocm/../ocm/7c1e/new, 403",
            "/dav/ocm/7c1e/new?x, 400",
            "/dav/ocm/7c1e/new#x, 400",
            "new, 400",
            "'', 400",
            "ftp://alpha.example:9401/dav/ocm/7c1e/new, 400",
            "https://user@alpha.example:9401/dav/ocm/7c1e/new, 400",
            "/dav/ocm/7c1e/none/new, 409",
            "/dav/ocm/7c1e/a.txt, 403",
            "/dav/ocm/7c1e/a.txt/new, 403",
        })
        void whenTheDestinationIsWrong_thenNothingHappens(String destination, int status) {
            for (var method : List.of("COPY", "MOVE"))
                assertThat(dav.status(method, "/a.txt", "Destination", destination))
                        .as(method)
                        .isEqualTo(status);
            assertThat(text(dav.ask("GET", "/a.txt"))).isEqualTo("0123456789");
        }

        @Test
        void whenThereIsNoDestination_thenTheRequestIsBad() {
            assertThat(dav.status("COPY", "/a.txt")).isEqualTo(400);
            assertThat(dav.status("MOVE", "/none", "Destination", DavDesk.PREFIX + "/x"))
                    .isEqualTo(404);
        }

        @Test
        void whenOverwritingIsNotWanted_thenNothingIs() throws Exception {
            for (var method : List.of("COPY", "MOVE"))
                assertThat(dav.status(method, "/a.txt", "Destination", DavDesk.PREFIX + "/sub/b.txt", "Overwrite", "F"))
                        .isEqualTo(412);
            assertThat(dav.desk.text("alice", "shared/sub/b.txt")).isEqualTo("bee");
            assertThat(dav.status("COPY", "/a.txt", "Destination", DavDesk.PREFIX + "/n", "Overwrite", "F"))
                    .isEqualTo(201);
            assertThat(dav.status("COPY", "/a.txt", "Destination", DavDesk.PREFIX + "/n", "Overwrite", "x"))
                    .isEqualTo(400);
        }

        @Test
        void whenDepthIsGiven_thenItIsHeard() {
            var to = DavDesk.PREFIX + "/new";
            assertThat(dav.status("COPY", "/sub", "Destination", to, "Depth", "1"))
                    .isEqualTo(400);
            assertThat(dav.status("MOVE", "/sub", "Destination", to, "Depth", "0"))
                    .isEqualTo(400);
            assertThat(dav.status("COPY", "/sub", "Destination", to, "Depth", "0"))
                    .isEqualTo(201);
            assertThat(dav.status("GET", "/new/b.txt")).isEqualTo(404);
            assertThat(dav.status("COPY", "/sub", "Destination", to, "Depth", "infinity"))
                    .isEqualTo(204);
            assertThat(dav.status("GET", "/new/b.txt")).isEqualTo(200);
        }

        @Test
        void whenTheConditionFails_thenNothingHappens() {
            assertThat(dav.status("MOVE", "/a.txt", "Destination", DavDesk.PREFIX + "/new", "If-Match", "\"x\""))
                    .isEqualTo(412);
            assertThat(dav.status("GET", "/a.txt")).isEqualTo(200);
        }
    }

    @Nested
    class GivenPermissions {
        @Test
        void whenWritingIsNotAllowed_thenEveryChangeIsForbidden() {
            var dav = DavDesk.overFolder(Permissions.READ);
            for (var method : List.of("PUT", "MKCOL", "DELETE", "COPY", "MOVE", "PROPPATCH")) {
                var reply = dav.ask(method, "/a.txt", "Destination", DavDesk.PREFIX + "/new");
                assertThat(reply.status()).as(method).isEqualTo(403);
                assertThat(text(reply)).contains("<d:need-privileges/>");
            }
            assertThat(dav.status("GET", "/a.txt")).isEqualTo(200);
            assertThat(header(dav.ask("OPTIONS", "/a.txt"), "Allow")).isEqualTo("OPTIONS, GET, HEAD, PROPFIND");
            assertThat(header(dav.ask("OPTIONS", "/none"), "Allow")).isEqualTo("OPTIONS");
        }

        @Test
        void whenReadingIsNotAllowed_thenNothingShows() {
            var dav = DavDesk.overFolder(new Permissions(false, true, false));
            for (var method : List.of("GET", "HEAD", "PROPFIND", "COPY"))
                assertThat(dav.status(method, "/a.txt", "Destination", DavDesk.PREFIX + "/new"))
                        .isEqualTo(403);
            assertThat(dav.put("/drop", "x").status()).isEqualTo(201);
            assertThat(header(dav.ask("OPTIONS", "/a.txt"), "Allow"))
                    .isEqualTo("OPTIONS, PUT, PROPPATCH, DELETE, MOVE");
        }

        @Test
        void whenNothingIsAllowed_thenItIsForbiddenBeforeAnythingIsLookedAt() {
            var dav = DavDesk.overFolder(new Permissions(false, false, true));
            for (var path : List.of("/a.txt", "/none"))
                assertThat(dav.status("GET", path)).isEqualTo(403);
        }
    }

    @Nested
    class GivenTheIfFieldOfWebDav {
        final DavDesk dav = DavDesk.overFolder(Permissions.READ_WRITE);

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "(ETAG)                                        | 204",
                    "([\"x\"])                                     | 412",
                    "([W/\"84d89877f0d4041efb6b-1\"])              | 412",
                    "([\"x\"]) (ETAG)                              | 204",
                    "(Not [\"x\"] ETAG)                            | 204",
                    "(ETAG [\"x\"])                                | 412",
                    "(<opaquelocktoken:1>)                         | 412",
                    "(<opaquelocktoken:1>) (Not <DAV:no-lock>)     | 204",
                    "</dav/ocm/7c1e/a.txt> (ETAG)                  | 204",
                    "<https://alpha.example:9401/dav/ocm/7c1e/a.txt> (ETAG)(<x:y>) | 204",
                    "</dav/ocm/7c1e/sub/b.txt> (ETAG)              | 412",
                    "</dav/ocm/7c1e/none> (Not ETAG)               | 204",
                    "</elsewhere> (ETAG)                           | 412",
                    "<https://other.example/> (ETAG)               | 412",
                    "<ftp://other.example/> (ETAG)                 | 400",
                    "()                                            | 400",
                    "(Not)                                         | 400",
                    "(Not Not ETAG)                                | 400",
                    "(ETAG                                         | 400",
                    "ETAG                                          | 400",
                    "(ETAG) more                                   | 400",
                    "</dav/ocm/7c1e/a.txt>                         | 400",
                    "nonsense                                      | 400",
                })
        void whenGiven_thenOneListMustHold(String field, int status) throws Exception {
            var value = field.replace("ETAG", "[" + ETAG + "]");
            var unchanged = dav.status("GET", "/a.txt", "If", value);
            assertThat(unchanged).isEqualTo(status == 204 ? 200 : status);
            assertThat(dav.put("/a.txt", "new", "If", value).status()).isEqualTo(status);
            assertThat(dav.desk.text("alice", "shared/a.txt")).isEqualTo(status == 204 ? "new" : "0123456789");
        }
    }

    @Nested
    class GivenOtherMethods {
        final DavDesk dav = DavDesk.overFolder(Permissions.READ_WRITE);

        @Test
        void whenAskedForItsOptions_thenTheServerIsOfClassOne() {
            var reply = dav.ask("OPTIONS", "/");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(header(reply, "DAV")).isEqualTo("1");
            assertThat(header(reply, "Allow")).isEqualTo("OPTIONS, PROPFIND, PROPPATCH");
            assertThat(header(dav.ask("OPTIONS", "/a.txt"), "Allow"))
                    .isEqualTo("OPTIONS, GET, HEAD, PROPFIND, PUT, PROPPATCH, DELETE, MOVE, COPY");
            assertThat(header(dav.ask("OPTIONS", "/none"), "Allow")).isEqualTo("OPTIONS, PUT, MKCOL");
        }

        @ParameterizedTest
        @ValueSource(strings = {"LOCK", "UNLOCK", "POST", "PATCH", "REPORT", "get", "TRACE"})
        void whenAMethodIsNotSpoken_thenTheAnswerNamesThoseThatAre(String method) {
            var reply = dav.ask(method, "/a.txt");
            assertThat(reply.status()).isEqualTo(405);
            assertThat(header(reply, "Allow")).startsWith("OPTIONS, GET");
        }
    }

    @Nested
    class GivenTimePasses {
        @Test
        void whenOverwritten_thenTheDateFollowsTheClock() {
            var dav = DavDesk.overFolder(Permissions.READ_WRITE);
            dav.desk.pass(Duration.ofDays(30));
            dav.put("/a.txt", "x");
            assertThat(header(dav.ask("GET", "/a.txt"), "Last-Modified")).isEqualTo("Thu, 24 Dec 2026 08:00:00 GMT");
        }
    }

    /** Content that can be opened once, as from a connection. */
    record Once(long length, ByteArrayInputStream stream) implements Content {
        Once(long length, String text) {
            this(length, new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }

        @Override
        public java.io.InputStream open() {
            return stream;
        }
    }
}
