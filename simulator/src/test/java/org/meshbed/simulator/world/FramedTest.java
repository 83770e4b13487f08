package org.meshbed.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

final class FramedTest {
    private static final Origin BETA = Origin.https(ServerHost.parse("beta.example:8443"));
    private static final WireRequest GET = WireRequest.get("/", Headers.NONE);

    private static Content content(int length, boolean known) {
        return new Content() {
            @Override
            public long length() {
                return known ? length : UNKNOWN_LENGTH;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[length]);
            }
        };
    }

    @Nested
    class GivenARequest {
        @Test
        void whenItHasAHostAndALengthOfItsOwn_thenTheHostStaysAndTheLengthIsThatOfTheBody() {
            var request = WireRequest.post("/", Headers.of("content-length", "99", "host", "other"), new byte[3]);
            assertThat(Framed.request(BETA, request).headers())
                    .isEqualTo(Headers.of("host", "other", "Content-Length", "3"));
        }

        @Test
        void whenItHasNoBody_thenOnlyTheHostIsAdded() {
            assertThat(Framed.request(BETA, GET).headers()).isEqualTo(Headers.of("Host", "beta.example:8443"));
        }

        @Test
        void whenItsLengthIsUnknown_thenItIsChunked() {
            var body = new Body.Stream(content(3, false));
            var request = new WireRequest("PUT", "/", Headers.of("Host", "b"), body, Framing.LENGTH);
            assertThat(Framed.request(BETA, request).headers())
                    .isEqualTo(Headers.of("Host", "b", "Transfer-Encoding", "chunked"));
        }
    }

    @Nested
    class GivenAReply {
        @Test
        void whenItHasABody_thenItsLengthIsTold() {
            var reply = Framed.reply(GET, WireReply.text(200, "hello"));
            assertThat(reply.headers().first("Content-Length")).contains("5");
            assertThat(reply.framing()).isEqualTo(Framing.LENGTH);
        }

        @Test
        void whenItHasNone_thenItsLengthIsZeroUnlessTheStatusHasNoBodyEver() {
            assertThat(Framed.reply(GET, WireReply.empty(201)).headers()).isEqualTo(Headers.of("Content-Length", "0"));
            assertThat(Framed.reply(GET, WireReply.empty(204)).headers()).isEqualTo(Headers.NONE);
            var wrong = new WireReply(304, Headers.of("Content-Length", "5"), Body.of("hello"), Framing.LENGTH);
            assertThat(Framed.reply(GET, wrong)).isEqualTo(WireReply.empty(304));
        }

        @Test
        void whenItAnswersHead_thenTheLengthIsToldAndNoBodySent() {
            var head = new WireRequest("HEAD", "/", Headers.NONE, Body.NONE, Framing.NONE);
            var byHand = new WireReply(200, Headers.of("Content-Length", "5"), Body.NONE, Framing.NONE);
            assertThat(Framed.reply(head, byHand).headers().first("Content-Length"))
                    .contains("5");
            var asGet = Framed.reply(head, WireReply.text(200, "hello"));
            assertThat(asGet.headers().first("Content-Length")).contains("5");
            assertThat(asGet.body()).isEqualTo(Body.NONE);
        }
    }

    @Nested
    class GivenAReplyThatIsAStream {
        private static Body taken(Content content, String type) throws IOException {
            var headers = type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type);
            var reply = Framed.reply(GET, WireReply.of(200, headers, new Body.Stream(content)));
            return Framed.taken(reply, content).body();
        }

        @Test
        void whenItIsSmallOrAMessage_thenItIsTakenWhole() throws IOException {
            assertThat(taken(content(1 << 20, true), "image/png")).isInstanceOf(Body.Bytes.class);
            assertThat(taken(content(10, false), "application/json")).isInstanceOf(Body.Bytes.class);
            assertThat(taken(content(10, false), "")).isInstanceOf(Body.Bytes.class);
        }

        @Test
        void whenItIsAFileThatMayBeLarge_thenItStaysAStream() throws IOException {
            assertThat(taken(content((1 << 20) + 1, true), "text/plain")).isInstanceOf(Body.Stream.class);
            assertThat(taken(content(10, false), "application/octet-stream")).isInstanceOf(Body.Stream.class);
        }
    }
}
