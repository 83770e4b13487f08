package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshbed.nodes.resource.DavDesk.header;
import static org.meshbed.nodes.resource.DavDesk.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;

class DavPropertiesTest {
    private static final String FILE_PROPERTIES = "<d:creationdate>2026-11-24T08:00:00Z</d:creationdate>"
            + "<d:displayname>a.txt</d:displayname>"
            + "<d:getcontentlength>10</d:getcontentlength>"
            + "<d:getcontenttype>text/plain</d:getcontenttype>"
            + "<d:getetag>&quot;84d89877f0d4041efb6b-1&quot;</d:getetag>"
            + "<d:getlastmodified>Tue, 24 Nov 2026 08:00:00 GMT</d:getlastmodified>"
            + "<d:resourcetype/>";

    private final DavDesk dav = DavDesk.overFolder(Permissions.READ_WRITE);

    @Nested
    class GivenAPropfind {
        @Test
        void whenAllIsAskedOfAFile_thenTheSpecifiedPropertiesCome() {
            for (var body : List.of("", "<propfind xmlns='DAV:'><allprop/></propfind>")) {
                var reply = dav.propfind("/a.txt", "0", body);
                assertThat(reply.status()).isEqualTo(207);
                assertThat(header(reply, "Content-Type")).isEqualTo("application/xml; charset=utf-8");
                assertThat(text(reply))
                        .isEqualTo(document("<d:response><d:href>/dav/ocm/7c1e/a.txt</d:href>" + ok(FILE_PROPERTIES)
                                + "</d:response>\n"));
            }
        }

        @Test
        void whenAFolderIsAskedWithDepthOne_thenItselfAndItsChildrenCome() {
            var body = "<propfind xmlns='DAV:'><prop><resourcetype/><getcontentlength/></prop></propfind>";
            var missing =
                    "<d:propstat><d:prop><d:getcontentlength/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>";
            var folder = ok("<d:resourcetype><d:collection/></d:resourcetype>") + missing + "</d:response>\n";
            var file = ok("<d:resourcetype/><d:getcontentlength>10</d:getcontentlength>") + "</d:response>\n";
            assertThat(text(dav.propfind("/", "1", body)))
                    .isEqualTo(document("<d:response><d:href>/dav/ocm/7c1e/</d:href>" + folder
                            + "<d:response><d:href>/dav/ocm/7c1e/a.txt</d:href>" + file
                            + "<d:response><d:href>/dav/ocm/7c1e/sub/</d:href>" + folder));
            assertThat(text(dav.propfind("/", "0", body)))
                    .isEqualTo(document("<d:response><d:href>/dav/ocm/7c1e/</d:href>" + folder));
        }

        @Test
        void whenPermissionsAreAsked_thenTheyComeAsAList() {
            var reply = dav.propfind(
                    "/a.txt",
                    "0",
                    "<D:propfind xmlns:D='DAV:' xmlns:o='http://open-cloud-mesh.org/ns'><D:prop><o:share-permissions/></D:prop></D:propfind>");
            assertThat(text(reply))
                    .contains(
                            "<x:share-permissions xmlns:x=\"http://open-cloud-mesh.org/ns\">[\"read\",\"write\"]</x:share-permissions>");
        }

        @Test
        void whenUnknownPropertiesAreAsked_thenTheyAreNotFound() {
            var reply = dav.propfind(
                    "/a.txt",
                    "0",
                    "<propfind xmlns='DAV:'><prop><lockdiscovery/><a xmlns='urn:&lt;x>&amp;'/><b xmlns=''/><b xmlns=''/></prop></propfind>");
            assertThat(text(reply))
                    .contains("<d:prop><d:lockdiscovery/><x:a xmlns:x=\"urn:&lt;x&gt;&amp;\"/><b xmlns=\"\"/></d:prop>"
                            + "<d:status>HTTP/1.1 404 Not Found</d:status>")
                    .doesNotContain("200 OK");
        }

        @Test
        void whenNamesAreAsked_thenNamesAloneCome() {
            var reply = dav.propfind("/sub", "0", "<propfind xmlns='DAV:'><propname/></propfind>");
            assertThat(text(reply))
                    .contains(
                            "<d:prop><d:creationdate/><d:displayname/><d:getetag/><d:getlastmodified/><d:resourcetype/>"
                                    + "<x:share-permissions xmlns:x=\"http://open-cloud-mesh.org/ns\"/></d:prop>");
        }

        @Test
        void whenMoreIsIncluded_thenItComesToo() {
            var reply = dav.propfind(
                    "/a.txt",
                    "0",
                    "<propfind xmlns='DAV:'><allprop/><include><getetag/><x/>"
                            + "<share-permissions xmlns='http://open-cloud-mesh.org/ns'/></include></propfind>");
            assertThat(text(reply))
                    .contains(FILE_PROPERTIES + "<x:share-permissions")
                    .contains("<d:prop><d:x/></d:prop><d:status>HTTP/1.1 404 Not Found");
        }

        @Test
        void whenNothingIsAskedByName_thenThePropertiesAreEmpty() {
            var reply = dav.propfind("/a.txt", "0", "<propfind xmlns='DAV:'><prop/></propfind>");
            assertThat(text(reply)).contains("<d:propstat><d:prop></d:prop><d:status>HTTP/1.1 200 OK");
        }

        @Test
        void whenTheDepthIsInfiniteOrMissing_thenAFolderIsRefusedAndAFileIsNot() {
            for (var reply : List.of(dav.propfind("/", "infinity", ""), dav.ask("PROPFIND", "/"))) {
                assertThat(reply.status()).isEqualTo(403);
                assertThat(text(reply)).contains("<d:error xmlns:d=\"DAV:\"><d:propfind-finite-depth/></d:error>");
            }
            assertThat(dav.status("PROPFIND", "/a.txt")).isEqualTo(207);
            assertThat(dav.propfind("/", "2", "").status()).isEqualTo(400);
            assertThat(dav.propfind("/none", "0", "").status()).isEqualTo(404);
        }

        @Test
        void whenTheHomeItselfIsServed_thenItIsShownByItsUser() {
            var home = new DavDesk("", Permissions.READ);
            assertThat(text(home.propfind("/", "0", ""))).contains("<d:displayname>alice</d:displayname>");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<propfind xmlns='DAV:'><prop>",
                    "no xml",
                    "<propfind/>",
                    "<other xmlns='DAV:'><allprop/></other>",
                    "<propfind xmlns='DAV:'/>",
                    "<propfind xmlns='DAV:'><prop><x:a/></prop></propfind>",
                    "<propfind xmlns='DAV:'><prop><a xmlns:x=''/></prop></propfind>",
                    "<!DOCTYPE a><propfind xmlns='DAV:'><allprop/></propfind>",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><propfind xmlns='DAV:'><prop>&e;</prop></propfind>",
                    "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><propfind xmlns='DAV:'><prop>&b;</prop></propfind>",
                    "<propfind xmlns='DAV:'><allprop/></propfind><more/>",
                    "<?xml version='1.0' encoding='nonsense'?><propfind xmlns='DAV:'><allprop/></propfind>",
                })
        void whenTheBodyIsNoPropfind_thenTheRequestIsBad(String body) {
            var reply = dav.propfind("/a.txt", "0", body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(text(reply)).doesNotContain("root:");
        }

        @Test
        void whenTheBodyIsNestedDeeply_thenTheRequestIsBad() {
            var deep = "<propfind xmlns='DAV:'>" + "<a>".repeat(8_000) + "</a>".repeat(8_000) + "</propfind>";
            assertThat(dav.propfind("/a.txt", "0", deep).status()).isEqualTo(400);
        }

        @Test
        void whenTheBodyIsNotInItsEncoding_thenTheRequestIsBad() {
            var bytes = "<propfind xmlns='DAV:'><prop><a>\u00e9</a></prop></propfind>"
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(dav.ask("PROPFIND", "/a.txt", Body.of(bytes), "Depth", "0")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void whenTheBodyIsTooLongOrBreaks_thenTheAnswerSaysSo() {
            var reply = dav.propfind("/a.txt", "0", " ".repeat(DavCall.MOST_XML_BYTES + 1));
            assertThat(reply.status()).isEqualTo(413);
            assertThat(text(reply)).contains("at most 65536 bytes");
            assertThat(dav.ask("PROPFIND", "/a.txt", new Body.Stream(new Broken()), "Depth", "0")
                            .status())
                    .isEqualTo(413);
        }
    }

    @Nested
    class GivenAProppatch {
        @Test
        void whenPropertiesAreSetOrRemoved_thenEachIsRefused() {
            var reply = dav.ask(
                    "PROPPATCH",
                    "/a.txt",
                    Body.of("<d:propertyupdate xmlns:d='DAV:' xmlns:z='urn:z'>"
                            + "<d:set><d:prop><d:getetag>x</d:getetag><z:colour>red</z:colour></d:prop></d:set>"
                            + "<d:remove><d:prop><z:size/></d:prop></d:remove></d:propertyupdate>"));
            assertThat(reply.status()).isEqualTo(207);
            assertThat(text(reply))
                    .isEqualTo(document("<d:response><d:href>/dav/ocm/7c1e/a.txt</d:href>"
                            + "<d:propstat><d:prop><d:getetag/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status>"
                            + "<d:error><d:cannot-modify-protected-property/></d:error></d:propstat>"
                            + "<d:propstat><d:prop><x:colour xmlns:x=\"urn:z\"/><x:size xmlns:x=\"urn:z\"/></d:prop>"
                            + "<d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response>\n"));
        }

        @Test
        void whenTheBodyOrThePathIsWrong_thenItIsRefused() {
            var right = "<propertyupdate xmlns='DAV:'><set><prop><a/></prop></set></propertyupdate>";
            assertThat(dav.ask("PROPPATCH", "/none", Body.of(right)).status()).isEqualTo(404);
            assertThat(dav.ask("PROPPATCH", "/a.txt", Body.of("<propertyupdate xmlns='DAV:'/>"))
                            .status())
                    .isEqualTo(400);
            assertThat(dav.ask("PROPPATCH", "/a.txt", Body.NONE).status()).isEqualTo(400);
            assertThat(dav.ask("PROPPATCH", "/a.txt", Body.of("x".repeat(70_000)))
                            .status())
                    .isEqualTo(413);
        }
    }

    private static String document(String responses) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<d:multistatus xmlns:d=\"DAV:\">\n" + responses
                + "</d:multistatus>\n";
    }

    private static String ok(String properties) {
        return "<d:propstat><d:prop>" + properties + "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>";
    }

    private record Broken() implements Content {
        @Override
        public long length() {
            return UNKNOWN_LENGTH;
        }

        @Override
        public InputStream open() throws IOException {
            return new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[3]), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("broken");
                }
            });
        }
    }
}
