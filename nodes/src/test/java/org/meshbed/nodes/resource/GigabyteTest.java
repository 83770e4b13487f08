package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A gigabyte through a real socket, both ways, at a server whose heap holds a sixteenth of it. */
@EnabledIfSystemProperty(
        named = "meshbed.long",
        matches = "true",
        disabledReason = "moves gigabytes: ./meshbed test --long")
class GigabyteTest {
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    Path folder;

    private Process server;
    private URI file;

    @BeforeEach
    void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShareServer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var port = server.inputReader().readLine();
        file = URI.create("http://127.0.0.1:" + port + "/large.bin");
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @Test
    void whenAGigabyteIsPutInChunksAndGot_thenItComesBackWhole() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var put = HttpRequest.newBuilder(file)
                    .PUT(BodyPublishers.ofInputStream(Pattern::new))
                    .build();
            assertThat(client.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
            var got = client.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofInputStream());
            assertThat(got.headers().firstValueAsLong("Content-Length")).hasValue(GIGABYTE);
            assertThat(checksum(got.body())).isEqualTo(checksum(new Pattern()));
            assertThat(server.isAlive()).isTrue();
        }
    }

    private static long checksum(InputStream in) throws IOException {
        var checksum = new CRC32();
        var piece = new byte[1 << 16];
        try (in) {
            for (var n = in.read(piece); n >= 0; n = in.read(piece)) checksum.update(piece, 0, n);
        }
        return checksum.getValue();
    }

    /** A gigabyte in which each piece of 64 bytes begins with a number of its own. */
    private static final class Pattern extends InputStream {
        private long at;

        @Override
        public int read() {
            if (at == GIGABYTE) return -1;
            var here = at++;
            return here % 64 < 4 ? (int) (here / 64 >>> here % 64 * 8) & 0xFF : 0;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (at == GIGABYTE) return -1;
            var n = (int) Math.min(count, GIGABYTE - at);
            for (var i = 0; i < n; i++) into[from + i] = (byte) read();
            return n;
        }
    }
}
