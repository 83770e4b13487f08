package org.meshbed.nodes.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.port.Time;

final class KeptAuthorityTest {
    private static final Time TIME = new Time() {
        @Override
        public Instant now() {
            return Instant.parse("2026-01-01T00:00:00Z");
        }

        @Override
        public void pause(Duration duration) {
            throw new UnsupportedOperationException("nothing waits here");
        }
    };

    @TempDir
    private Path folder;

    private RunAuthority authority() {
        return RunAuthority.keptIn(folder.resolve("kept"), new SecureRandom(), TIME);
    }

    @Test
    void whenAskedForAgain_thenItIsTheSameAndItsCertificatesHold() throws GeneralSecurityException {
        var first = authority();
        var second = authority();

        assertThat(second.caCertificate()).isEqualTo(first.caCertificate());
        second.identity("cern.localhost")
                .chain()
                .getFirst()
                .verify(first.caCertificate().getPublicKey());
    }

    @Test
    void whenKept_thenOnlyItsOwnerCanReadTheKey() throws IOException {
        authority();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("kept").resolve("ca-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whenTheFolderHoldsSomethingElse_thenTheFileIsNamed() throws IOException {
        authority();
        Files.writeString(folder.resolve("kept").resolve("ca-key.pem"), "no key");

        assertThatThrownBy(this::authority)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ca-key.pem is not an EC key in PEM");
    }
}
