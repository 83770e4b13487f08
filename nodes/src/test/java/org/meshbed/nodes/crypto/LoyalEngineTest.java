package org.meshbed.nodes.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoyalEngineTest {
    private static final int MOST_STEPS = 40;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** One end of a connection, and how often it was told that the handshake is over. */
    private static final class End {
        private final SSLEngine engine;
        private final ByteBuffer heard = ByteBuffer.allocate(1 << 16);
        private ByteBuffer arriving = ByteBuffer.allocate(1 << 16).flip();
        private int finished;

        End(SSLEngine engine, boolean client) {
            this.engine = engine;
            engine.setUseClientMode(client);
        }

        private SSLEngineResult counted(SSLEngineResult result) {
            if (result.getStatus() == Status.OK && result.getHandshakeStatus() == HandshakeStatus.FINISHED) finished++;
            return result;
        }

        /** A reader that looks whether there is something, at a moment when there is nothing. */
        void lookForMore() throws SSLException {
            if (!arriving.hasRemaining()) counted(engine.unwrap(NOTHING, heard));
        }

        void read() throws SSLException {
            while (arriving.hasRemaining()) {
                var result = counted(engine.unwrap(arriving, heard));
                if (result.getStatus() != Status.OK || result.bytesConsumed() == 0) return;
            }
        }

        void write(String text, End to) throws SSLException {
            var from = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            for (var steps = 0; steps < MOST_STEPS; steps++) {
                var out = ByteBuffer.allocate(1 << 15);
                var result = counted(engine.wrap(from, out));
                to.arrive(out.flip());
                if (result.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) return;
                if (!from.hasRemaining() && result.bytesProduced() == 0) return;
            }
        }

        private void arrive(ByteBuffer bytes) {
            var all = ByteBuffer.allocate(1 << 16);
            arriving = all.put(arriving).put(bytes).flip();
        }

        String heard() {
            return new String(heard.array(), 0, heard.position(), StandardCharsets.US_ASCII);
        }
    }

    private static final List<X509Certificate> CERTIFICATE = new java.util.ArrayList<>();
    private static final X509ExtendedKeyManager KEYS = keys();

    private static X509ExtendedKeyManager keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=server.localhost");
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                                    Date.from(Instant.parse("2120-01-01T00:00:00Z")),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            CERTIFICATE.add(certificate);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
            var factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, new char[0]);
            return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private final End client =
            new End(Tls.loyal(Tls.client(CERTIFICATE).createSSLEngine("server.localhost", 443)), true);
    private final End server =
            new End(Tls.loyal(Tls.server(KEYS, new SecureRandom()).createSSLEngine()), false);

    @Nested
    class GivenAReaderThatLooksTooEarly {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void whenTheHandshakeEnds_thenEachEndIsToldOnce_andTheMessagesArrive(boolean hasty) throws Exception {
            for (var steps = 0; steps < 4; steps++) {
                client.write("", server);
                server.read();
                if (hasty) server.lookForMore();
                server.write("", client);
                client.read();
                if (hasty) client.lookForMore();
            }
            client.write("question", server);
            server.read();
            server.write("answer", client);
            client.read();
            assertThat(server.heard()).isEqualTo("question");
            assertThat(client.heard()).isEqualTo("answer");
            assertThat(client.finished).as("client").isEqualTo(1);
            assertThat(server.finished).as("server").isEqualTo(1);
        }
    }

    @Nested
    class GivenAHandshakeThatFailed {
        @Test
        void whenAskedAgain_thenTheCauseIsThrownAgain() throws Exception {
            client.write("", server);
            server.arriving = ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(causeOf(server::read)).isNotEmpty().isEqualTo(causeOf(() -> server.write("", client)));
        }

        private static String causeOf(Attempt attempt) {
            try {
                attempt.run();
                return "";
            } catch (SSLException e) {
                return String.valueOf(e.getMessage());
            }
        }

        private interface Attempt {
            void run() throws SSLException;
        }
    }
}
